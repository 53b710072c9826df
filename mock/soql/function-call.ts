import { malformed, notEvaluated, type Place } from "./soql-fault.js";

/** A function call as the parser gives it, in every place where SOQL has one. */
export interface FunctionCall {
  readonly functionName?: string;
  readonly parameters?: readonly (string | FunctionCall)[];
  readonly rawValue?: string;
}

/** The only thing a function is given: a field's name or another call. */
export function onlyParameter(call: FunctionCall, place: Place): string | FunctionCall {
  const [parameter, ...others] = call.parameters ?? [];
  if (parameter !== undefined && others.length === 0) return parameter;
  throw malformed(`${call.functionName}() needs one field`, place);
}

/** The name of the only field a function is given. */
export function onlyField(call: FunctionCall, place: Place): string {
  const parameter = onlyParameter(call, place);
  if (typeof parameter === "string") return parameter;
  throw notEvaluated(call.rawValue ?? `${call.functionName}()`);
}

/** Whether a call is of a function, however it is spelled. */
export function isCallOf(name: string, call: { readonly functionName?: string }): boolean {
  return call.functionName?.toUpperCase() === name;
}
