import { compareNames } from "./names.js";
import type { RawAction, RawActionParameter } from "./raw-action.js";

const PARAMETER_KEYS = [
  "name",
  "type",
  "label",
  "description",
  "required",
  "maxOccurs",
  "sobjectType",
  "apexClass",
] as const;

/** The describe of an action as the snapshot keeps it: only what this package reads, an input or output a line. */
export function actionText({ label, description, inputs, outputs }: RawAction): string {
  const own = Object.entries({ label, description }).filter(([, value]) => value != null);
  return [
    "{\n",
    ...own.map(([key, value]) => ` ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`),
    ` "inputs": ${list(inputs)},\n`,
    ` "outputs": ${list(outputs)}\n`,
    "}\n",
  ].join("");
}

function list(parameters: readonly RawActionParameter[]): string {
  if (parameters.length === 0) return "[]";
  const lines = [...parameters].sort((a, b) => compareNames(a.name, b.name)).map(parameterText);
  return `[\n${lines.map((line) => `  ${line}`).join(",\n")}\n ]`;
}

/** Null says no more than absence does. */
function parameterText(parameter: RawActionParameter): string {
  const entries: [string, unknown][] = PARAMETER_KEYS.map((key) => [key, parameter[key]]);
  const picklist = (parameter.picklistValues ?? []).map(({ value, label, active }) => ({
    value,
    label: label ?? undefined,
    active: active ?? undefined,
  }));
  if (picklist.length > 0) entries.push(["picklistValues", picklist]);
  const said = entries.filter(([, value]) => value !== undefined && value !== null);
  return `{ ${said.map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(", ")} }`;
}
