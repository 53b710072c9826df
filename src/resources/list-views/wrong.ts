import { SettingsError } from "../../errors.js";

/** What was asked of list views cannot be. */
export function wrong(message: string, hint: string): SettingsError {
  return new SettingsError("settings.list-view", message, { hint });
}
