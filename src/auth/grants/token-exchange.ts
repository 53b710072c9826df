import { type App, appParameters, checkTexts, secretTexts } from "../app.js";
import { appGrant } from "../app-grant.js";
import type { Grant, GrantContext } from "../grant.js";
import { refresh } from "../refresh.js";
import { scopeParameter } from "../scopes.js";
import { requestTokens } from "../token-endpoint.js";

export interface TokenExchangeOptions extends App {
  /** The token of the other identity provider, or a function that gets one for each login. */
  subjectToken: string | (() => Promise<string>);
  /** As `"urn:ietf:params:oauth:token-type:jwt"`. */
  subjectTokenType: string;
  /** Name of the org's Apex token exchange handler. Default: the app's. */
  tokenHandler?: string;
  scopes?: readonly string[];
}

const GRANT_TYPE = "urn:ietf:params:oauth:grant-type:token-exchange";

const hints = {
  subjectToken: "Give the other identity provider's token, or a function that gets one.",
  subjectTokenType: 'Give the type of its token, as "urn:ietf:params:oauth:token-type:access_token".',
};

/**
 * Exchanges the token of another identity provider, by the org's token exchange handler. Renewed by the refresh
 * token where one came, else by a new exchange. `POST /services/oauth2/token`.
 *
 * @throws SettingsError where an option is missing
 */
export function tokenExchange(app: TokenExchangeOptions): Grant {
  const { clientId, subjectToken, subjectTokenType, tokenHandler, scopes } = app;
  const subject = typeof subjectToken === "function" ? {} : { subjectToken };
  checkTexts("tokenExchange", { clientId, ...secretTexts(app), ...subject, subjectTokenType }, hints);
  const start = async (context: GrantContext) =>
    requestTokens(context, app, {
      grant_type: GRANT_TYPE,
      subject_token: typeof subjectToken === "function" ? await subjectToken() : subjectToken,
      subject_token_type: subjectTokenType,
      ...(tokenHandler !== undefined && { token_handler: tokenHandler }),
      ...appParameters(app),
      ...scopeParameter(scopes),
    });
  return appGrant(app, {
    name: "token_exchange",
    start,
    renew: (tokens, context) =>
      tokens.refreshToken === undefined ? start(context) : refresh(tokens, app, context),
  });
}
