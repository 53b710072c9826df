import type { OrgContext } from "../org-context.js";
import { checkAssertion } from "./assertion.js";
import type { ConnectedApp } from "./connected-apps.js";
import { readJwt } from "./jwt.js";
import { OAuthFault } from "./oauth-fault.js";
import type { TokenRequest } from "./token-request.js";

/**
 * The app that sends a request, after its secret or its assertion is checked.
 *
 * @param needsSecret whether a request that brings neither is refused
 */
export async function authenticateClient(
  request: TokenRequest,
  context: OrgContext,
  needsSecret: boolean,
): Promise<ConnectedApp> {
  if (request.clientAssertion !== null) return byAssertion(request, request.clientAssertion, context);
  const app = requireApp(request.clientId, context);
  const { clientSecret } = request;
  const given = clientSecret !== null && clientSecret !== "";
  if (given ? clientSecret !== app.clientSecret : needsSecret) throw wrongCredentials();
  return app;
}

export function requireApp(clientId: string | null, context: OrgContext): ConnectedApp {
  const app = context.oauth.apps.find(clientId);
  if (app === undefined) throw new OAuthFault("invalid_client_id", "client identifier invalid");
  return app;
}

async function byAssertion(
  request: TokenRequest,
  assertion: string,
  context: OrgContext,
): Promise<ConnectedApp> {
  const claims = readJwt(assertion)?.claims;
  const app = requireApp(request.clientId ?? String(claims?.sub ?? ""), context);
  if (claims?.iss !== app.clientId || claims.sub !== app.clientId) throw wrongCredentials();
  await checkAssertion(assertion, app, request.origin, context).catch(() => {
    throw wrongCredentials();
  });
  return app;
}

function wrongCredentials(): OAuthFault {
  return new OAuthFault("invalid_client", "invalid client credentials");
}
