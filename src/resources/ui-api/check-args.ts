import { SettingsError } from "../../errors.js";
import { kindOf } from "../../settings/kind-of.js";

/** @throws SettingsError where an argument is not known */
export function checkArgs(args: unknown, names: readonly string[]): Readonly<Record<string, unknown>> {
  if (args === undefined) return {};
  const given = typeof args === "object" && args !== null ? (args as Record<string, unknown>) : undefined;
  const unknown = Object.keys(given ?? {}).find((name) => !names.includes(name));
  if (given !== undefined && unknown === undefined) return given;
  const problem = unknown === undefined ? `\`args\` is ${kindOf(args)}.` : `\`${unknown}\` is not known.`;
  throw wrong(problem, `Give { ${names.join(", ")} }.`);
}

export function wrong(message: string, hint: string): SettingsError {
  return new SettingsError("settings.ui-api", message, { hint });
}
