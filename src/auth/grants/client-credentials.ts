import { appParameters, checkTexts } from "../app.js";
import { appGrant } from "../app-grant.js";
import type { Grant } from "../grant.js";
import { scopeParameter } from "../scopes.js";
import { requestTokens } from "../token-endpoint.js";

export interface ClientCredentialsOptions {
  /** The app's consumer key. */
  clientId: string;
  /** The app's consumer secret. */
  clientSecret: string;
  /** Asks for these scopes only. Default: every scope of the app. */
  scopes?: readonly string[];
  /** Whether signed token answers are checked with the client secret. Default: true. */
  verifySignature?: boolean;
}

/**
 * Logs in as the app's "Run As" user: for programs without a person. Needs the org's My Domain as the
 * environment; `login.` and `test.salesforce.com` refuse it. Renewed by asking again.
 * `POST /services/oauth2/token`.
 *
 * @throws SettingsError where an option is missing
 */
export function clientCredentials(app: ClientCredentialsOptions): Grant {
  const { clientId, clientSecret, scopes } = app;
  checkTexts("clientCredentials", { clientId, clientSecret });
  return appGrant(app, {
    name: "client_credentials",
    key: clientId,
    start: (context) =>
      requestTokens(context, app, {
        grant_type: "client_credentials",
        ...appParameters(app),
        ...scopeParameter(scopes),
      }),
  });
}
