import { appParameters, checkTexts } from "../app.js";
import { appGrant } from "../app-grant.js";
import type { Grant } from "../grant.js";
import { scopeParameter } from "../scopes.js";
import { requestTokens } from "../token-endpoint.js";

export interface PasswordOptions {
  /** The connected app's consumer key. */
  clientId: string;
  /** The connected app's consumer secret. */
  clientSecret: string;
  username: string;
  password: string;
  /** Needed where the org does not trust the network that the program runs in. */
  securityToken?: string;
  /** Default: every scope of the app. */
  scopes?: readonly string[];
  /** Whether signed token answers are checked with the client secret. Default: true. */
  verifySignature?: boolean;
}

const hints = {
  username: "Give the user name; a sandbox's ends with the sandbox's name, as in user@acme.com.dev1.",
  password: "Give the user's password; the security token goes into `securityToken`.",
};

/**
 * Logs in with a user's password. Renewed by asking again. Orgs made since Summer '23 block it until an
 * administrator allows it, and External Client Apps do not have it. `POST /services/oauth2/token`.
 *
 * @throws SettingsError where an option is missing
 */
export function password(app: PasswordOptions): Grant {
  const { clientId, clientSecret, username, securityToken = "", scopes } = app;
  checkTexts("password", { clientId, clientSecret, username, password: app.password }, hints);
  return appGrant(app, {
    name: "password",
    key: `${clientId}/${username}`,
    start: (context) =>
      requestTokens(context, app, {
        grant_type: "password",
        username,
        password: app.password + securityToken,
        ...appParameters(app),
        ...scopeParameter(scopes),
      }),
  });
}
