import { AuthError } from "../errors.js";
import { type App, appParameters } from "./app.js";
import type { GrantContext } from "./grant.js";
import { requestTokens } from "./token-endpoint.js";
import { type TokenSet, tokenParts, tokenSet } from "./token-set.js";

/**
 * New tokens for a refresh token. `POST /services/oauth2/token`.
 *
 * @throws AuthError where there is no refresh token or it is refused, ConnectionError where no answer came
 */
export async function refresh(
  tokens: Pick<TokenSet, "refreshToken" | "id" | "scope" | "communityUrl">,
  app: App,
  context: GrantContext,
): Promise<TokenSet> {
  const { refreshToken, id, scope, communityUrl } = tokens;
  if (refreshToken === undefined) {
    throw new AuthError(
      "auth.no-refresh-token",
      "The session has ended, and the login gave no refresh token.",
      {
        hint: "Log in again, asking for the scope `refresh_token`; the app must allow it.",
      },
    );
  }
  const renewed = await requestTokens(context, app, {
    grant_type: "refresh_token",
    refresh_token: refreshToken,
    ...appParameters(app),
  });
  // What an answer leaves out has not changed: with rotation off, that is the refresh token.
  return tokenSet({
    ...(id !== undefined && { id }),
    ...(scope !== undefined && { scope }),
    ...(communityUrl !== undefined && { communityUrl }),
    refreshToken,
    ...tokenParts(renewed),
  });
}
