import { parseDate, parseDatetime, parseTime } from "../dml/date-text.js";
import { isJsonObject, type JsonObject, jsonObjectType } from "../http/json-body.js";
import type { ActionParameterDefinition } from "../routes/action-handler.js";

/** An error as action results carry it. */
export interface ActionError {
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

/** What is wrong with an input of an action; empty where nothing is. */
export function inputErrors(
  input: JsonObject,
  parameters: readonly ActionParameterDefinition[],
): ActionError[] {
  const known = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  const missing = parameters.filter(
    ({ name, required }) => required === true && (input[name] ?? null) === null,
  );
  return [
    ...missing.map(({ name }) => errorOf("UNKNOWN_EXCEPTION", `Missing required input parameter: ${name}`)),
    ...Object.entries(input).flatMap(([name, value]) => {
      const parameter = known.get(name);
      if (parameter === undefined) return [errorOf("INVALID_API_INPUT", `Unknown input parameter: ${name}`)];
      if (value === null || holds(parameter, value)) return [];
      const wanted = parameter.type ?? parameter.apexClass ?? "another type";
      return [
        errorOf("INVALID_API_INPUT", `The value of the input parameter ${name} is not of type ${wanted}`),
      ];
    }),
  ];
}

export function errorOf(statusCode: string, message: string, fields: readonly string[] = []): ActionError {
  return { statusCode, message, fields };
}

function holds(parameter: ActionParameterDefinition, value: unknown): boolean {
  if ((parameter.maxOccurs ?? 1) === 1) return isOfType(parameter, value);
  return Array.isArray(value) && value.every((item) => isOfType(parameter, item));
}

type Check = (value: unknown, parameter: ActionParameterDefinition) => boolean;

const isNumber: Check = (value) =>
  typeof value === "number" ||
  (typeof value === "string" && value.trim() !== "" && !Number.isNaN(Number(value)));
const textThat =
  (parses: (text: string) => string | null): Check =>
  (value) =>
    typeof value === "string" && parses(value) !== null;

const CHECKS: Readonly<Record<string, Check>> = {
  BOOLEAN: (value) => typeof value === "boolean" || value === "true" || value === "false",
  INTEGER: (value, parameter) => isNumber(value, parameter) && Number.isInteger(Number(value)),
  LONG: (value, parameter) => isNumber(value, parameter) && Number.isInteger(Number(value)),
  DOUBLE: isNumber,
  DECIMAL: isNumber,
  NUMBER: isNumber,
  CURRENCY: isNumber,
  PERCENT: isNumber,
  DATE: textThat((text) => parseDate(text) ?? parseDatetime(text)),
  DATETIME: textThat(parseDatetime),
  TIME: textThat(parseTime),
  SOBJECT: (value, { sobjectType }) =>
    isJsonObject(value) && (sobjectType == null || jsonObjectType(value) === sobjectType),
};

/** Types without a check are text; classes of Apex are not looked into. */
function isOfType(parameter: ActionParameterDefinition, value: unknown): boolean {
  if (parameter.type == null || parameter.type === "APEX") return true;
  const check = CHECKS[parameter.type.toUpperCase()];
  return check === undefined ? typeof value === "string" : check(value, parameter);
}
