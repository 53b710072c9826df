import { checkConnectionSettings } from "../settings/check-connection-settings.js";
import { connectionEnvironment } from "../settings/connection-environment.js";
import {
  type AuthorizationCodeSettings,
  type ConnectionSettings,
  DEFAULT_REDIRECT_URI,
  defaultScopes,
  type Flow,
} from "../settings/connection-settings.js";
import type { Environment } from "../settings/environment.js";
import type { Grant } from "./grant.js";
import { type AuthorizationCodeLogin, authorizationCode } from "./grants/authorization-code.js";
import { clientCredentials } from "./grants/client-credentials.js";
import { password } from "./grants/password.js";

/** A connection: spread it into the options of `connect`. */
export interface Connection<Auth extends Grant = Grant> {
  readonly name: string;
  readonly flow: Flow;
  readonly environment: Environment;
  readonly auth: Auth;
}

/**
 * A connection of settings, as they stand in a form or a file: `connect({ ...defineConnection({ … }) })`.
 *
 * @throws SettingsError that names the setting which is missing, wrong, or not one of the flow
 */
export function defineConnection(settings: AuthorizationCodeSettings): Connection<AuthorizationCodeLogin>;
export function defineConnection(settings: ConnectionSettings): Connection;
export function defineConnection(settings: ConnectionSettings): Connection {
  checkConnectionSettings(settings);
  const environment = connectionEnvironment(settings);
  const { name, flow } = settings;
  return { name, flow, environment, auth: grantOf(settings, environment) };
}

function grantOf(settings: ConnectionSettings, environment: Environment): Grant {
  const scopes = settings.scopes ?? defaultScopes[settings.flow];
  switch (settings.flow) {
    case "authorization-code": {
      const { clientId, clientSecret, redirectUri = DEFAULT_REDIRECT_URI } = settings;
      const secret = clientSecret === undefined ? {} : { clientSecret };
      return authorizationCode({ environment, clientId, ...secret, redirectUri, scopes });
    }
    case "password":
      return password({ ...settings, scopes });
    case "client-credentials":
      return clientCredentials({ ...settings, scopes });
  }
}
