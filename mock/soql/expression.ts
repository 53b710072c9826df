import type { FieldInfo } from "../catalog/field-info.js";
import type { StoredRecord, Value } from "../store/table.js";
import { dateFunction } from "./date-functions.js";
import { distanceExpression } from "./distance.js";
import { resolvePath } from "./field-path.js";
import { type FunctionCall, isCallOf, onlyField, onlyParameter } from "./function-call.js";
import type { QueryScope } from "./query-scope.js";
import { malformed, notEvaluated, type Place } from "./soql-fault.js";

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

/** A function of one record: distances, dates and picklist labels. */
export function functionExpression(scope: QueryScope, call: FunctionCall, place: Place): Expression {
  const name = call.functionName ?? "";
  if (name.toUpperCase() === "DISTANCE") return distanceExpression(scope, call, place);
  if (name.toUpperCase() === "TOLABEL") {
    return labelExpression(fieldExpression(scope, onlyField(call, place), place));
  }
  return dateExpression(scope, call, place);
}

/** `CALENDAR_YEAR(CloseDate)`, or `HOUR_IN_DAY(convertTimezone(CreatedDate))` in the org's time zone. */
function dateExpression(scope: QueryScope, call: FunctionCall, place: Place): Expression {
  const { timeZone, fiscalYearStartMonth } = scope.context;
  const name = call.functionName ?? "";
  const parameter = onlyParameter(call, place);
  const converted = typeof parameter !== "string" && isCallOf("CONVERTTIMEZONE", parameter);
  const inner = fieldExpression(scope, onlyField(converted ? parameter : call, place), place);
  const made = dateFunction(name, converted ? timeZone : "UTC", fiscalYearStartMonth);
  if (made === undefined) throw notEvaluated(`${name}()`);
  const { kind } = inner.field;
  if (kind !== "datetime" && (kind !== "date" || converted)) {
    throw malformed(`Invalid field:'${inner.field.name}' in function ${name}`, place);
  }
  const text = converted ? `convertTimezone(${inner.text})` : inner.text;
  return {
    field: made.field,
    text: `${made.field.name}(${text})`,
    read: (record) => made.apply(inner.read(record)),
  };
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
