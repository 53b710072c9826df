import { SettingsError } from "../errors.js";

/**
 * A condition, or a whole filter, that is undefined was lost: it never means that there is none.
 *
 * @throws SettingsError where it is
 */
export function checkDefined(value: unknown, path: string): void {
  if (value !== undefined) return;
  throw new SettingsError("settings.where", `\`${path}\` is undefined.`, {
    hint: "Leave the key out where there is no condition: undefined never means any.",
  });
}
