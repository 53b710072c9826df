import type { SettingName } from "../settings/connection-settings.js";
import type { Environment } from "../settings/environment.js";
import type { ProcessEnvironment } from "./find-command.js";

/** Everything that `defineConnection` takes. */
export type AnySetting = "flow" | SettingName;

/** The variable of each setting. */
export const connectionVariables = {
  name: "ORGTYPE_NAME",
  flow: "ORGTYPE_FLOW",
  endpointUrl: "ORGTYPE_URL",
  clientId: "ORGTYPE_CLIENT_ID",
  clientSecret: "ORGTYPE_CLIENT_SECRET",
  username: "ORGTYPE_USERNAME",
  password: "ORGTYPE_PASSWORD",
  securityToken: "ORGTYPE_SECURITY_TOKEN",
  tokenUrl: "ORGTYPE_TOKEN_URL",
  authorizationUrl: "ORGTYPE_AUTHORIZATION_URL",
  redirectUri: "ORGTYPE_REDIRECT_URI",
  scopes: "ORGTYPE_SCOPES",
  environment: "ORGTYPE_ENVIRONMENT",
} as const satisfies Record<AnySetting, string>;

/** Settings of a connection from several places, before `defineConnection` has checked them. */
export type GivenSettings = Partial<Record<AnySetting, string | readonly string[] | Environment>>;

/** What the `ORGTYPE_` variables say of a connection. Empty ones are as if they were not set. */
export function settingsFromEnvironment(environment: ProcessEnvironment): GivenSettings {
  const settings: GivenSettings = {};
  for (const [setting, variable] of Object.entries(connectionVariables) as [AnySetting, string][]) {
    const text = environment[variable];
    if (text) settings[setting] = setting === "scopes" ? text.split(/[\s,]+/).filter(Boolean) : text;
  }
  return settings;
}
