import { AuthError } from "../errors.js";
import type { Environment } from "../settings/environment.js";
import { isSalesforceHost } from "../settings/hosts.js";
import { type TokenSet, tokenParts, tokenSet } from "./token-set.js";

/**
 * Tokens that may be used: those of a login at Salesforce go to Salesforce only.
 *
 * @throws AuthError where the tokens are for another host, or cannot be sent
 */
export function usableTokens(tokens: TokenSet, { loginUrl }: Environment): TokenSet {
  // Grants of others may give any object.
  const usable = tokenSet(tokenParts(tokens));
  const instance = new URL(usable.instanceUrl);
  if (isSalesforceHost(instance.hostname) || !isSalesforceHost(new URL(loginUrl).hostname)) return usable;
  throw new AuthError(
    "auth.instance",
    `The login gave a token for ${instance.host}, which is not Salesforce's.`,
    {
      hint: "It was not used. Where that host does belong to the org, log in there: custom(url).",
    },
  );
}
