import { SettingsError } from "../../errors.js";
import { kindOf } from "../../settings/kind-of.js";

/**
 * Variables that JSON can hold.
 *
 * @throws SettingsError that names what it would lose
 */
export function checkVariables(variables: unknown): Record<string, unknown> {
  const isObject = typeof variables === "object" && variables !== null && !Array.isArray(variables);
  if (!isObject) throw wrong(`\`variables\` is ${Array.isArray(variables) ? "a list" : kindOf(variables)}.`);
  check(variables, "variables", []);
  return variables as Record<string, unknown>;
}

function check(value: unknown, place: string, around: readonly object[]): void {
  if (isLost(value)) throw wrong(`\`${place}\` is ${lostKind(value)}.`);
  if (typeof value !== "object" || value === null || "toJSON" in value) return;
  if (around.includes(value)) throw wrong(`\`${place}\` refers to what holds it.`);
  const inner = [...around, value];
  for (const [name, part] of Object.entries(value)) {
    check(part, Array.isArray(value) ? `${place}[${name}]` : `${place}.${name}`, inner);
  }
}

/** JSON would leave it out, turn it into null, or refuse it. */
function isLost(value: unknown): boolean {
  return (
    (typeof value === "number" && !Number.isFinite(value)) ||
    (value instanceof Date && Number.isNaN(value.getTime())) ||
    ["bigint", "function", "symbol"].includes(typeof value)
  );
}

function lostKind(value: unknown): string {
  return value instanceof Date ? "an invalid Date" : kindOf(value);
}

function wrong(message: string): SettingsError {
  return new SettingsError("settings.graphql", message, {
    hint: "Give { name: value } with plain data: text, numbers, booleans, null, lists, objects and Dates.",
  });
}
