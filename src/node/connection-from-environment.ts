import { type Connection, defineConnection } from "../auth/define-connection.js";
import { SettingsError } from "../errors.js";
import { type ConnectionSettings, type SettingName, settingRules } from "../settings/connection-settings.js";
import { connectionVariables, type GivenSettings, settingsFromEnvironment } from "./connection-variables.js";
import type { ProcessEnvironment } from "./find-command.js";
import { renamingSettings } from "./rename-settings.js";

/**
 * The connection that the `ORGTYPE_` variables name; the flow is client-credentials unless `ORGTYPE_FLOW` says
 * `authorization-code` or `password`. Spread it into the options of `connect`.
 *
 * @throws SettingsError that names the variables which are missing, wrong, or not of the flow
 */
export function connectionFromEnvironment(environment: ProcessEnvironment = process.env): Connection {
  const settings = {
    name: "environment",
    flow: "client-credentials",
    ...settingsFromEnvironment(environment),
  };
  return renamingSettings(
    (setting) => connectionVariables[setting],
    () => {
      checkMissing(settings);
      // Whatever it is, it is checked there.
      return defineConnection(settings as ConnectionSettings);
    },
  );
}

/** All that is missing at once, as people set all of it at once. */
function checkMissing(settings: GivenSettings): void {
  const missing = (Object.keys(settingRules) as SettingName[]).filter(
    (name) =>
      settings[name] === undefined &&
      (settingRules[name].needs as Partial<Record<string, string>>)[String(settings.flow)] === "required",
  );
  if (missing.length === 0) return;
  throw new SettingsError(
    "settings.missing",
    `Not set: ${missing.map((name) => `\`${name}\``).join(", ")}.`,
    {
      hint: `The flow "${settings.flow}" needs them.`,
    },
  );
}
