import { type App, appParameters } from "./app.js";
import type { GrantContext } from "./grant.js";
import type { Introspection } from "./introspection.js";
import { askOAuth } from "./oauth-endpoint.js";
import type { TokenSet } from "./token-set.js";

/** Asks the server about an access token, as the app that it was given to. */
export function introspect(
  { accessToken }: TokenSet,
  app: App,
  context: GrantContext,
): Promise<Introspection> {
  const url = new URL("introspect", context.environment.tokenUrl).href;
  const parameters = { token: accessToken, token_type_hint: "access_token", ...appParameters(app) };
  return askOAuth(context, { url, parameters, act: "to say what it knows of the token" }, toIntrospection);
}

function toIntrospection(answer: Readonly<Record<string, unknown>>): Introspection | undefined {
  const { active, scope, client_id: clientId, username, exp } = answer;
  if (typeof active !== "boolean") return undefined;
  return {
    active,
    ...(typeof scope === "string" && { scope }),
    ...(typeof clientId === "string" && { clientId }),
    ...(typeof username === "string" && { username }),
    ...(typeof exp === "number" && { expiresAt: exp * 1000 }),
  };
}
