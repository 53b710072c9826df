import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import type { Value } from "../store/table.js";
import { queryRecords } from "./connection.js";
import { type GraphQLCall, graphqlFault } from "./graphql-call.js";
import { all, literalText } from "./where-text.js";

/** Records that are counted and summed up together. */
export interface RecordGroup {
  readonly object: ObjectInfo;
  /** Which records they are, as SOQL; undefined where they are all. */
  readonly condition: string | undefined;
  /** What they have in common, by field. */
  readonly values: ReadonlyMap<string, Value>;
}

/** Which records are grouped, in SOQL's words. */
export interface GroupSource {
  readonly object: ObjectInfo;
  readonly scope: string;
  readonly where: string | undefined;
  readonly order: string | undefined;
}

/** A field that is grouped by, or a date function of it. */
interface GroupKey {
  readonly field: FieldInfo;
  readonly expression: string;
}

/** The groups of records; one of all of them where they are not grouped. */
export function groupsOf(source: GroupSource, groupBy: object, call: GraphQLCall): RecordGroup[] {
  const { object, scope, where, order } = source;
  if (scope !== "" && scope !== " USING SCOPE EVERYTHING") {
    throw graphqlFault("The embedded org does not evaluate the scope of an aggregate yet.");
  }
  const keys = keysOf(object, groupBy);
  if (keys.length === 0) return [{ object, condition: where, values: new Map() }];
  const soql =
    `SELECT ${keys.map(({ expression }, index) => `${expression} key${index}`).join(", ")} FROM ${object.name}` +
    `${where === undefined ? "" : ` WHERE ${where}`} GROUP BY ${keys.map(({ expression }) => expression).join(", ")}` +
    `${order === undefined ? "" : ` ORDER BY ${order}`}`;
  const found = queryRecords(call, soql);
  return found.rows(0, found.length).map((row) => {
    const values = keys.map((_, index) => (row as Record<string, Value>)[`key${index}`] ?? null);
    const conditions = keys.map(
      ({ expression, field }, index) => `${expression} = ${literalText(field, values[index] ?? null)}`,
    );
    return {
      object,
      condition: all([where, ...conditions]),
      values: new Map(keys.map(({ field }, index) => [field.name, values[index] ?? null])),
    };
  });
}

function keysOf(object: ObjectInfo, groupBy: object): GroupKey[] {
  return Object.entries(groupBy).flatMap(([name, given]) => {
    if (name === "type") {
      if (given == null || given === "GROUP_BY") return [];
      throw graphqlFault(`The embedded org does not evaluate groupBy of the type ${given} yet.`);
    }
    const field = object.field(name);
    const { group, function: called } = (given ?? {}) as { group?: boolean; function?: string };
    if (field === undefined) return [];
    if (called != null) return [{ field, expression: `${called}(${field.name})` }];
    return group === true ? [{ field, expression: field.name }] : [];
  });
}
