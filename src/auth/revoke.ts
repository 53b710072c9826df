import { isOrgtypeError } from "../errors.js";
import { type App, appParameters } from "./app.js";
import type { GrantContext } from "./grant.js";
import { askOAuth } from "./oauth-endpoint.js";
import type { TokenSet } from "./token-set.js";

/**
 * Ends tokens on the server: the refresh token, and with it its access tokens, or else the access token. Tokens
 * that have ended already are no error. `POST /services/oauth2/revoke`.
 */
export async function revoke(tokens: TokenSet, app: App, context: GrantContext): Promise<void> {
  const url = new URL("revoke", context.environment.tokenUrl).href;
  const parameters = { token: tokens.refreshToken ?? tokens.accessToken, ...appParameters(app) };
  try {
    await askOAuth(context, { url, parameters, act: "the logout" }, (answer) => answer);
  } catch (error) {
    if (!isOrgtypeError(error, "AuthError") || !hasEnded(error.oauthError)) throw error;
  }
}

function hasEnded(oauthError: string | undefined): boolean {
  return oauthError === "invalid_token" || oauthError === "unsupported_token_type";
}
