import { type App, checkTexts, secretTexts } from "../app.js";
import { appGrant } from "../app-grant.js";
import type { Grant } from "../grant.js";
import { refresh } from "../refresh.js";
import { type TokenSet, tokenSet } from "../token-set.js";

export type RefreshTokenOptions = App &
  (
    | {
        /** The refresh token of an earlier login. */
        refreshToken: string;
        tokens?: never;
      }
    | {
        /** The tokens of an earlier login: they are used until they end. */
        tokens: TokenSet;
        refreshToken?: never;
      }
  );

/**
 * Goes on with an earlier login by its refresh token. Where the app rotates refresh tokens, give `connect` a
 * token store, or the next run of the program has only the dead one. `POST /services/oauth2/token`.
 *
 * @throws SettingsError where an option is missing
 */
export function refreshToken(options: RefreshTokenOptions): Grant {
  const { clientId, clientSecret, verifySignature } = options;
  const given = options.tokens ?? { refreshToken: options.refreshToken };
  checkTexts(
    "refreshToken",
    { clientId, ...secretTexts(options), refreshToken: given.refreshToken },
    { refreshToken: "Give that of an earlier login that had the scope `refresh_token`." },
  );
  const app = {
    clientId,
    ...(clientSecret !== undefined && { clientSecret }),
    ...(verifySignature !== undefined && { verifySignature }),
  };
  const tokens = options.tokens && tokenSet(options.tokens);
  const identityUrl = tokens?.id;
  return appGrant(app, {
    name: "refresh_token",
    ...(identityUrl !== undefined && {
      identityUrl,
      key: `${clientId}${new URL(identityUrl).pathname}`,
    }),
    start: async (context) => tokens ?? refresh(given, app, context),
    renew: (old, context) => refresh(old, app, context),
  });
}
