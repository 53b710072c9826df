import type { FieldInfo } from "../catalog/field-info.js";
import type { StoredRecord, Value } from "../store/table.js";
import { dateFunction } from "./date-functions.js";
import { resolvePath } from "./field-path.js";
import type { QueryScope } from "./query-scope.js";
import { malformed, notEvaluated, type Place } from "./soql-fault.js";

/** A function call as the parser gives it, in every place where SOQL has one. */
export interface FunctionCall {
  readonly functionName?: string;
  readonly parameters?: readonly (string | FunctionCall)[];
  readonly rawValue?: string;
}

/** A field, or a function of one, that gives each record a value. */
export interface Expression {
  /** The field whose rules its values follow. */
  readonly field: FieldInfo;
  /** The same for all spellings of it, to find it again in GROUP BY and ORDER BY. */
  readonly text: string;
  read(record: StoredRecord): Value;
}

export function fieldExpression(scope: QueryScope, path: string, place: Place): Expression {
  const { field, text, read } = resolvePath(scope, path, place);
  return { field, text, read };
}

/** A function of one record: dates and picklist labels. */
export function functionExpression(scope: QueryScope, call: FunctionCall, place: Place): Expression {
  const name = call.functionName ?? "";
  const inner = fieldExpression(scope, onlyField(call, place), place);
  if (name.toUpperCase() === "TOLABEL") return labelExpression(inner);
  const made = dateFunction(name);
  if (made === undefined) throw notEvaluated(`${name}()`);
  if (inner.field.kind !== "date" && inner.field.kind !== "datetime") {
    throw malformed(`Invalid field:'${inner.field.name}' in function ${name}`, place);
  }
  return {
    field: made.field,
    text: `${made.field.name}(${inner.text})`,
    read: (record) => made.apply(inner.read(record)),
  };
}

/** The name of the only field a function is given. */
export function onlyField(call: FunctionCall, place: Place): string {
  const [parameter, ...others] = call.parameters ?? [];
  if (typeof parameter === "string" && others.length === 0) return parameter;
  if (parameter !== undefined) throw notEvaluated(call.rawValue ?? `${call.functionName}()`);
  throw malformed(`${call.functionName}() needs a field`, place);
}

function labelExpression(inner: Expression): Expression {
  const labels = new Map(inner.field.picklist.map(({ value, label }) => [value, label]));
  return {
    field: inner.field,
    text: `toLabel(${inner.text})`,
    read: (record) => {
      const value = inner.read(record);
      return typeof value === "string" ? (labels.get(value) ?? value) : value;
    },
  };
}
