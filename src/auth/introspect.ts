import * as oauth from "oauth4webapi";
import type { App } from "./app.js";
import type { GrantContext } from "./grant.js";
import type { Introspection } from "./introspection.js";
import { askOAuth } from "./oauth-endpoint.js";
import type { TokenSet } from "./token-set.js";

/** Asks the server about an access token, as the app that it was given to. */
export async function introspect(
  { accessToken }: TokenSet,
  app: App,
  context: GrantContext,
): Promise<Introspection> {
  const answer = await askOAuth(
    context,
    { app, act: "to say what it knows of the token" },
    async (endpoint) => {
      const { server, client, authentication } = endpoint;
      const options = { ...endpoint.options, additionalParameters: { token_type_hint: "access_token" } };
      const response = await oauth.introspectionRequest(server, client, authentication, accessToken, options);
      return oauth.processIntrospectionResponse(server, client, response);
    },
  );
  const { active, scope, client_id: clientId, username, exp } = answer;
  return {
    active,
    ...(scope !== undefined && { scope }),
    ...(clientId !== undefined && { clientId }),
    ...(username !== undefined && { username }),
    ...(typeof exp === "number" && { expiresAt: exp * 1000 }),
  };
}
