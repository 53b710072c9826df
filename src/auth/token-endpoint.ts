import type * as oauth from "oauth4webapi";
import type { App } from "./app.js";
import type { GrantContext } from "./grant.js";
import { askOAuth, type OAuthEndpoint } from "./oauth-endpoint.js";
import { checkSignature } from "./signature.js";
import { type TokenSet, tokenSet } from "./token-set.js";

/**
 * Exchanges a grant for tokens.
 *
 * @param exchange asks the token endpoint and checks the form of its answer
 * @throws AuthError where the grant is refused, the answer makes no sense or its signature is wrong,
 * ConnectionError where no answer came
 */
export async function requestTokens(
  context: GrantContext,
  app: App,
  exchange: (endpoint: OAuthEndpoint) => Promise<oauth.TokenEndpointResponse>,
): Promise<TokenSet> {
  let idToken: unknown;
  const amend = ({ id_token, ...body }: Record<string, unknown>) => {
    // Salesforce's id tokens name one of several hosts as their issuer, whichever was asked.
    idToken = id_token;
    return { token_type: "Bearer", ...body };
  };
  const answer = await askOAuth(context, { app, act: "the login", amend }, exchange);
  const tokens = toTokenSet(answer, idToken);
  await checkSignature(tokens, app);
  return tokens;
}

function toTokenSet(answer: oauth.TokenEndpointResponse, idToken: unknown): TokenSet {
  const optional = {
    refreshToken: answer.refresh_token,
    id: answer.id,
    scope: answer.scope,
    signature: answer.signature,
    idToken,
    communityUrl: answer.sfdc_community_url,
  };
  const instanceUrl = answer.instance_url;
  const issuedAt = Number(answer.issued_at ?? Number.NaN);
  return tokenSet({
    accessToken: answer.access_token,
    instanceUrl: typeof instanceUrl === "string" ? instanceUrl : "",
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => typeof value === "string")),
    ...(Number.isSafeInteger(issuedAt) && { issuedAt }),
  });
}
