import type { OrgContext } from "../org-context.js";
import { toBase64Url } from "./base64url.js";
import { authenticateClient } from "./client-authentication.js";
import type { Grant } from "./grant.js";
import { requireActive } from "./login-checks.js";
import { OAuthFault } from "./oauth-fault.js";
import type { CodeGrant } from "./oauth-state.js";
import { givesRefreshToken } from "./scopes.js";
import { required, type TokenRequest } from "./token-request.js";

/** The authorization code grant. A code that is asked for is spent, whatever comes of it. */
export const authorizationCode: Grant = async (request, context) => {
  const app = await authenticateClient(request, context, context.oauth.policies.requireSecret);
  const code = takeCode(required(request, "code"), context);
  if (code.clientId !== app.clientId) throw new OAuthFault("invalid_grant", "invalid authorization code");
  checkRedirectUri(request, code);
  await checkVerifier(request.get("code_verifier"), code.codeChallenge);
  requireActive(context, code.userId);
  const { userId, scopes, nonce } = code;
  const family = givesRefreshToken(scopes)
    ? context.oauth.refreshTokens.issue({ userId, clientId: app.clientId, scopes })
    : undefined;
  return { app, userId, scopes, family, tellsRefreshToken: true, tellsIdToken: true, nonce };
};

function takeCode(text: string, context: OrgContext): CodeGrant {
  const taken = context.oauth.codes.take(text);
  if (taken === "unknown") throw new OAuthFault("invalid_grant", "invalid authorization code");
  if (taken === "used or late") throw new OAuthFault("invalid_grant", "expired authorization code");
  return taken.value;
}

function checkRedirectUri(request: TokenRequest, code: CodeGrant): void {
  const redirectUri = request.get("redirect_uri");
  if (redirectUri === null) throw new OAuthFault("redirect_uri_missing", "missing redirect_uri parameter");
  if (redirectUri === code.redirectUri) return;
  throw new OAuthFault("redirect_uri_mismatch", "redirect_uri must match configuration");
}

async function checkVerifier(verifier: string | null, challenge: string | null): Promise<void> {
  if (challenge === null) return;
  if (verifier === null) throw new OAuthFault("invalid_grant", "missing required code verifier");
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  if (toBase64Url(new Uint8Array(hash)) === challenge) return;
  throw new OAuthFault("invalid_grant", "invalid code verifier");
}
