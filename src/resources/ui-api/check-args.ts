import { SettingsError } from "../../errors.js";
import { kindOf } from "../../settings/kind-of.js";
import { checkList } from "../sobject/check-list.js";

/** @throws SettingsError where an argument is not known */
export function checkArgs(args: unknown, names: readonly string[]): Readonly<Record<string, unknown>> {
  if (args === undefined) return {};
  const given = typeof args === "object" && args !== null ? (args as Record<string, unknown>) : undefined;
  const unknown = Object.keys(given ?? {}).find((name) => !names.includes(name));
  if (given !== undefined && unknown === undefined) return given;
  const problem = unknown === undefined ? `\`args\` is ${kindOf(args)}.` : `\`${unknown}\` is not known.`;
  throw wrong(problem, `Give { ${names.join(", ")} }.`);
}

/**
 * Ids or API names that go into a URL together, with commas between.
 *
 * @throws SettingsError that names the place of what is neither
 */
export function checkKeys(keys: readonly string[], name: string): readonly string[] {
  const place = checkList(keys, name).findIndex((key) => typeof key !== "string" || !/^\w+$/.test(key));
  if (place < 0) return keys;
  const key: unknown = keys[place];
  const kind = typeof key === "string" ? "no id or API name" : kindOf(key);
  throw wrong(`\`${name}[${place}]\` is ${kind}.`, "Give ids or API names: letters, digits and underscores.");
}

export function wrong(message: string, hint: string): SettingsError {
  return new SettingsError("settings.ui-api", message, { hint });
}
