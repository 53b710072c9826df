import type { OrgContext } from "../org-context.js";
import { formError, type OAuthAnswer, textAnswer } from "./oauth-answer.js";
import { type OAuthCall, parameter } from "./oauth-call.js";
import { REFRESH_TOKEN_PREFIX } from "./refresh-tokens.js";

/** `/services/oauth2/revoke`: ends an access token, or a refresh token with its access tokens. */
export function revoke(call: OAuthCall, context: OrgContext): OAuthAnswer {
  const { sessions, refreshTokens } = context.oauth;
  const token = parameter(call, "token") ?? "";
  const family = refreshTokens.find(token);
  if (family !== undefined) refreshTokens.revoke(family);
  else if (sessions.find(token) !== undefined) sessions.close(token);
  else return refuse(token, context);
  return textAnswer("", 200);
}

/** What looks like a token has ended before; anything else never was one. */
function refuse(token: string, context: OrgContext): OAuthAnswer {
  const ours = [`${context.organizationId.slice(0, 15)}!`, REFRESH_TOKEN_PREFIX];
  return ours.some((start) => token.startsWith(start))
    ? formError("invalid_token", "invalid token")
    : formError("unsupported_token_type", "this token type is not supported");
}
