import type { ObjectInfo } from "../catalog/object-info.js";
import { SCALARS } from "./scalars.js";

/** What the names of the types of an object end with. */
const ENDS = [
  ...["", "Edge", "Connection", "Aggregate", "Result", "AggregateEdge", "AggregateConnection"],
  ...["_Filter", "_OrderBy", "_GroupBy", "CreateInput", "CreatePayload", "CreateRepresentation"],
  ...["UpdateInput", "UpdatePayload", "UpdateRepresentation"],
];

/** The names of types that are of no object. */
const SHARED = [
  ...["Query", "Mutation", "UIAPI", "UIAPIMutations", "UIAPIMutationsInput", "RecordQuery"],
  ...["RecordQueryAggregate", "Record", "FieldValue", "PageInfo", "ObjectInfo", "Field", "JoinInput"],
  ...["DateRange", "DateLiteral", "DateInput", "DateTimeInput", "OrderByClause", "ResultOrder", "NullOrder"],
  ...["GroupByClause", "GroupByDateFunction", "GroupByFunction", "GroupByType", "IdOrRef", "Float"],
  ...["RecordDeleteInput", "RecordDeletePayload", "IdOperators", "IntegerOperators"],
  ...Object.keys(SCALARS).flatMap((name) => [name, `${name}Value`, `${name}Operators`, `${name}Aggregate`]),
];

/** What the types of each object begin with: its name, or one with `_Record` where another type has that. */
export function typeNames(objects: readonly ObjectInfo[]): Map<ObjectInfo, string> {
  const taken = new Set(SHARED);
  const names = new Map<ObjectInfo, string>();
  for (const object of objects) {
    const isTaken = ENDS.some((end) => taken.has(object.name + end));
    const name = isTaken ? `${object.name}_Record` : object.name;
    for (const end of ENDS) taken.add(name + end);
    names.set(object, name);
  }
  return names;
}
