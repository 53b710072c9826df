import { authenticateClient } from "./client-authentication.js";
import type { Grant } from "./grant.js";
import { requireActive } from "./login-checks.js";
import { OAuthFault } from "./oauth-fault.js";
import { grantedScopes, withoutRefresh } from "./scopes.js";
import { required } from "./token-request.js";
import { findUser } from "./users.js";

/** The token exchange grant: a handler of the org says whose session a foreign token gives. */
export const tokenExchange: Grant = async (request, context) => {
  const app = await authenticateClient(request, context, context.oauth.policies.requireSecret);
  const handler = context.oauth.tokenHandlers.get(request.get("token_handler") ?? "");
  if (handler === undefined) throw new OAuthFault("invalid_request", "token handler not found");
  const username = await handler({
    subjectToken: required(request, "subject_token"),
    subjectTokenType: required(request, "subject_token_type"),
    clientId: app.clientId,
  });
  const user = username === undefined ? undefined : findUser(context, username);
  if (user === undefined) throw new OAuthFault("invalid_grant", "invalid subject token");
  requireActive(context, user.id);
  const scopes = grantedScopes(request.get("scope"), app.scopes);
  if (scopes === undefined) throw new OAuthFault("invalid_scope", "the requested scope is not allowed");
  return { app, userId: user.id, scopes: withoutRefresh(scopes) };
};
