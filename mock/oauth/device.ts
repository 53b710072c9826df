import type { OrgContext } from "../org-context.js";
import { authenticateClient } from "./client-authentication.js";
import type { DeviceLogin } from "./device-codes.js";
import type { Grant } from "./grant.js";
import { requireActive } from "./login-checks.js";
import { OAuthFault } from "./oauth-fault.js";
import { givesRefreshToken, grantedScopes } from "./scopes.js";
import { required, type TokenRequest } from "./token-request.js";

export const DEVICE_PAGE = "/setup/connect";

/** `response_type=device_code`: the codes with which a device and its user find each other. */
export async function startDeviceLogin(request: TokenRequest, context: OrgContext) {
  const app = await authenticateClient(request, context, false);
  const scopes = grantedScopes(request.get("scope"), app.scopes);
  if (scopes === undefined) throw new OAuthFault("invalid_scope", "the requested scope is not allowed");
  const login = context.oauth.devices.create(app.clientId, scopes);
  return {
    device_code: login.deviceCode,
    user_code: login.userCode,
    verification_uri: `${request.origin}${DEVICE_PAGE}`,
    interval: context.oauth.policies.deviceIntervalSeconds,
  };
}

/** `grant_type=device`: what a device asks again and again until its user has decided. */
export const device: Grant = async (request, context) => {
  const app = await authenticateClient(request, context, false);
  const login = context.oauth.devices.byDeviceCode(required(request, "code"));
  if (login === undefined || login.clientId !== app.clientId) {
    throw new OAuthFault("invalid_grant", "invalid device code");
  }
  const userId = decidedUser(login, context);
  context.oauth.devices.remove(login);
  requireActive(context, userId);
  const { scopes } = login;
  const family = givesRefreshToken(scopes)
    ? context.oauth.refreshTokens.issue({ userId, clientId: app.clientId, scopes })
    : undefined;
  return { app, userId, scopes, family, tellsRefreshToken: true, tellsIdToken: true };
};

function decidedUser(login: DeviceLogin, context: OrgContext): string {
  const time = context.now().getTime();
  const tooSoon = time < login.lastPoll + context.oauth.policies.deviceIntervalSeconds * 1000;
  login.lastPoll = time;
  if (login.decision === "denied") throw new OAuthFault("access_denied", "end-user denied authorization");
  if (time > login.until) throw new OAuthFault("invalid_grant", "expired device code");
  if (tooSoon) throw new OAuthFault("slow_down", "polling too frequently");
  if (login.decision === undefined) {
    throw new OAuthFault("authorization_pending", "authorization is pending");
  }
  return login.decision.userId;
}
