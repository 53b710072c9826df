import { authenticateClient } from "./client-authentication.js";
import type { Grant } from "./grant.js";
import { requireActive, userByPassword } from "./login-checks.js";
import { OAuthFault } from "./oauth-fault.js";
import { grantedScopes, withoutRefresh } from "./scopes.js";
import { required } from "./token-request.js";

/** The username-password grant: no refresh token, and one answer for all that can be wrong. */
export const password: Grant = async (request, context) => {
  const app = await authenticateClient(request, context, true);
  const { passwordFlow, trustedNetwork } = context.oauth.policies;
  const login = {
    username: required(request, "username"),
    password: required(request, "password"),
    form: trustedNetwork ? ("either" as const) : ("with token" as const),
  };
  const user = passwordFlow ? userByPassword(context, request.origin, login) : undefined;
  if (user === undefined) throw new OAuthFault("invalid_grant", "authentication failure");
  requireActive(context, user.id);
  const scopes = grantedScopes(request.get("scope"), app.scopes);
  if (scopes === undefined) throw new OAuthFault("invalid_scope", "the requested scope is not allowed");
  return { app, userId: user.id, scopes: withoutRefresh(scopes), tellsIdToken: true };
};
