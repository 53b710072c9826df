import { isOrgtypeError, SettingsError } from "../errors.js";
import { settingRules } from "../settings/connection-settings.js";
import type { AnySetting } from "./connection-variables.js";

/** Does work whose SettingsErrors then name settings as whoever gave them knows them. */
export function renamingSettings<T>(nameOf: (setting: AnySetting) => string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!isOrgtypeError(error, "SettingsError")) throw error;
    const message = error.message
      .replace(/^defineConnection: /, "")
      .replaceAll(
        /`(\w+)`|\b(endpointUrl|tokenUrl|authorizationUrl|redirectUri)\b/g,
        (text, quoted, bare) => {
          const name: string = quoted ?? bare;
          return isSetting(name) ? nameOf(name) : text;
        },
      );
    throw new SettingsError(error.code, message, { cause: error });
  }
}

function isSetting(name: string): name is AnySetting {
  return name === "flow" || Object.hasOwn(settingRules, name);
}
