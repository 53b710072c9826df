import * as oauth from "oauth4webapi";
import { SettingsError } from "../../errors.js";
import type { Grant } from "../grant.js";
import { requestTokens } from "../token-endpoint.js";

export interface ClientCredentialsOptions {
  /** The app's consumer key. */
  clientId: string;
  /** The app's consumer secret. */
  clientSecret: string;
}

/**
 * Logs in as the app's "Run As" user: for programs without a person. Needs the org's My Domain as the
 * environment; `login.` and `test.salesforce.com` refuse it. `POST /services/oauth2/token`.
 *
 * @throws SettingsError where an option is missing
 */
export function clientCredentials(options: ClientCredentialsOptions): Grant {
  const { clientId, clientSecret } = options;
  for (const [name, value] of Object.entries({ clientId, clientSecret })) {
    if (typeof value !== "string" || value === "") {
      throw new SettingsError(
        "settings.auth",
        `clientCredentials({ ${name} }) is ${value === "" ? "empty" : "no text"}.`,
        {
          hint: "Take it from the app in Setup; keep secrets in the environment, not in the code.",
        },
      );
    }
  }
  return {
    name: "client_credentials",
    start: (context) =>
      requestTokens(context, clientId, async ({ server, client, options }) => {
        // In the body: Basic would percent-encode the dots and underscores of Salesforce's secrets.
        const authentication = oauth.ClientSecretPost(clientSecret);
        const response = await oauth.clientCredentialsGrantRequest(
          server,
          client,
          authentication,
          {},
          options,
        );
        return oauth.processClientCredentialsResponse(server, client, response);
      }),
  };
}
