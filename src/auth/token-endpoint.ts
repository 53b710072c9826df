import type { App } from "./app.js";
import type { GrantContext } from "./grant.js";
import { askOAuth } from "./oauth-endpoint.js";
import { checkSignature } from "./signature.js";
import { type TokenSet, tokenSet } from "./token-set.js";

/**
 * Exchanges a grant for tokens.
 *
 * @param parameters the grant, and who asks
 * @throws AuthError where the grant is refused, the answer makes no sense or its signature is wrong,
 * ConnectionError where no answer came
 */
export async function requestTokens(
  context: GrantContext,
  app: App,
  parameters: Readonly<Record<string, string>>,
): Promise<TokenSet> {
  const { tokenUrl: url } = context.environment;
  const tokens = await askOAuth(context, { url, parameters, act: "the login" }, toTokenSet);
  await checkSignature(tokens, app);
  return tokens;
}

/** Salesforce's id tokens are not read: they name one of several hosts as their issuer, whichever was asked. */
function toTokenSet(answer: Readonly<Record<string, unknown>>): TokenSet | undefined {
  const { access_token: accessToken, token_type: type = "Bearer", instance_url: instanceUrl } = answer;
  if (typeof accessToken !== "string" || String(type).toLowerCase() !== "bearer") return undefined;
  const optional = {
    refreshToken: answer.refresh_token,
    id: answer.id,
    scope: answer.scope,
    signature: answer.signature,
    idToken: answer.id_token,
    communityUrl: answer.sfdc_community_url,
  };
  const issuedAt = Number(answer.issued_at ?? Number.NaN);
  return tokenSet({
    accessToken,
    instanceUrl: typeof instanceUrl === "string" ? instanceUrl : "",
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => typeof value === "string")),
    ...(Number.isSafeInteger(issuedAt) && { issuedAt }),
  });
}
