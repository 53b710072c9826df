import { authenticateClient } from "./client-authentication.js";
import type { Grant } from "./grant.js";
import { requireActive } from "./login-checks.js";
import { OAuthFault } from "./oauth-fault.js";
import { required } from "./token-request.js";

/** The refresh grant: by the org's policy the refresh token stays, or another takes its place. */
export const refreshToken: Grant = async (request, context) => {
  const { policies, refreshTokens } = context.oauth;
  const app = await authenticateClient(request, context, policies.requireSecret);
  const token = required(request, "refresh_token");
  const family = refreshTokens.take(token);
  if (family === undefined || family.clientId !== app.clientId) {
    throw new OAuthFault("invalid_grant", "expired access/refresh token");
  }
  requireActive(context, family.userId);
  if (policies.rotateRefreshTokens) refreshTokens.rotate(family);
  const { userId, scopes } = family;
  const tellsRefreshToken = policies.rotateRefreshTokens;
  return { app, userId, scopes, family, tellsRefreshToken, tellsIdToken: true };
};
