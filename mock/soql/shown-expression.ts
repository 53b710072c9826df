import type { FieldInfo } from "../catalog/field-info.js";
import type { Value } from "../store/table.js";
import { type Expression, fieldExpression, functionExpression } from "./expression.js";
import { valueFormat } from "./format-value.js";
import { type FunctionCall, isCallOf, onlyField, onlyParameter } from "./function-call.js";
import type { QueryScope } from "./query-scope.js";
import { malformed, type Place } from "./soql-fault.js";

/** The functions that only a SELECT list can hold, and what they make of a field. */
const SHOWN: Readonly<Record<string, (scope: QueryScope, call: FunctionCall, place: Place) => Expression>> = {
  TOLABEL: functionExpression,
  FORMAT: formatted,
  CONVERTCURRENCY: converted,
};

/** A function in the SELECT list of a query that is not grouped. */
export function shownExpression(scope: QueryScope, call: FunctionCall, place: Place): Expression {
  const name = (call.functionName ?? "").toUpperCase();
  const show = Object.hasOwn(SHOWN, name) ? SHOWN[name] : undefined;
  if (show !== undefined) return show(scope, call, place);
  throw malformed(`The function ${call.functionName} is not supported in a query that is not grouped`, place);
}

/** How FORMAT() writes a field's values. */
export function formatOf(scope: QueryScope, field: FieldInfo, place: Place): (value: Value) => Value {
  const format = valueFormat(field, scope.context.timeZone);
  if (format !== undefined) return format;
  throw malformed(`FORMAT() takes numbers, dates and times, not field '${field.name}'`, place);
}

function formatted(scope: QueryScope, call: FunctionCall, place: Place): Expression {
  const parameter = onlyParameter(call, place);
  const inner =
    typeof parameter === "string"
      ? fieldExpression(scope, parameter, place)
      : shownExpression(scope, parameter, place);
  if (typeof parameter !== "string" && !isCallOf("CONVERTCURRENCY", parameter)) {
    throw malformed(`FORMAT() does not take ${parameter.functionName}()`, place);
  }
  const format = formatOf(scope, inner.field, place);
  return {
    field: inner.field,
    text: `FORMAT(${inner.text})`,
    read: (record) => format(inner.read(record)),
  };
}

/** The org has one currency, so that there is nothing to convert. */
function converted(scope: QueryScope, call: FunctionCall, place: Place): Expression {
  const inner = fieldExpression(scope, onlyField(call, place), place);
  if (inner.field.type === "currency") return inner;
  throw malformed(`convertCurrency() takes currency fields, not field '${inner.field.name}'`, place);
}
