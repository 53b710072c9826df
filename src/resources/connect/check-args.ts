import { SettingsError } from "../../errors.js";
import { kindOf } from "../../settings/kind-of.js";

/** What was asked of Chatter cannot be. */
export function wrong(message: string, hint: string): SettingsError {
  return new SettingsError("settings.chatter", message, { hint });
}

/**
 * @param prefixes how it may begin; any where none are given
 * @param what it is the id of, for the error
 * @throws SettingsError where it has not the form of an id, or is that of something else
 */
export function checkId(
  id: unknown,
  place: string,
  prefixes: readonly string[] = [],
  what = "a record",
): string {
  if (typeof id !== "string" || !/^(?:[a-zA-Z0-9]{15}|[a-zA-Z0-9]{18})$/.test(id)) {
    throw wrong(`\`${place}\` is no id.`, `Give the id of ${what}, with 15 or 18 characters.`);
  }
  if (prefixes.length === 0 || prefixes.includes(id.slice(0, 3))) return id;
  throw wrong(
    `\`${place}\` is the id of something else than ${what}.`,
    `Those begin with ${prefixes.join(" or ")}.`,
  );
}

/** @throws SettingsError where it is no object, or has what is not known */
export function known(args: unknown, names: readonly string[], place: string): Record<string, unknown> {
  const given = (args ?? {}) as Record<string, unknown>;
  if (typeof given !== "object") throw wrong(`\`${place}\` is ${kindOf(args)}.`, "Give an object.");
  const unknown = Object.keys(given).find((name) => given[name] !== undefined && !names.includes(name));
  if (unknown === undefined) return given;
  throw wrong(`\`${place}.${unknown}\` is not known.`, `Known: ${names.join(", ")}.`);
}

/** @throws SettingsError where it is no number of things */
export function checkLimit(limit: unknown): number {
  if (limit === undefined) return Number.POSITIVE_INFINITY;
  if (typeof limit === "number" && Number.isInteger(limit) && limit >= 1) return limit;
  throw wrong(`\`limit\` is ${kindOf(limit)}.`, "Give a whole number of at least 1.");
}

/** @throws SettingsError where it is none of the values */
export function oneOf(value: unknown, values: readonly string[], place: string): string {
  if (typeof value === "string" && values.includes(value)) return value;
  throw wrong(`\`${place}\` is ${kindOf(value)}.`, `Give one of ${values.join(", ")}.`);
}
