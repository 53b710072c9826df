import { singleFlight } from "../async/single-flight.js";
import { isOrgtypeError } from "../errors.js";
import { endsTokens } from "./ended-tokens.js";
import type { Introspection } from "./introspection.js";
import type { TokenSet } from "./token-set.js";

export interface RenewAheadSettings {
  readonly marginMs: number;
  readonly introspect: (tokens: TokenSet) => Promise<Introspection>;
  readonly renew: (tokens: TokenSet) => Promise<TokenSet>;
}

/** How long a check that failed is put off. */
const RETRY_MS = 60_000;

/**
 * Makes tokens last: asks the server until when they are good, and renews them before. There is no timer: it
 * works when tokens are asked for. Where the server cannot be asked, the tokens are used as they are.
 */
export function renewAhead({ marginMs, introspect, renew }: RenewAheadSettings) {
  let due: { readonly tokens: TokenSet; readonly at: number } | undefined;
  let made: TokenSet | undefined;
  let asked: TokenSet;

  const check = singleFlight(async (): Promise<TokenSet> => {
    const tokens = asked;
    try {
      const { active, expiresAt = Number.POSITIVE_INFINITY } = await introspect(tokens);
      const leftMs = active ? expiresAt - Date.now() : 0;
      if (leftMs > marginMs || (tokens === made && leftMs > 0)) {
        // A session that is shorter than the margin is renewed at its half, not at each call.
        due = { tokens, at: Date.now() + Math.max(leftMs - marginMs, leftMs / 2) };
        made = undefined;
        return tokens;
      }
      made = await renew(tokens);
      return made;
    } catch (error) {
      if (isOrgtypeError(error, "AuthError") && endsTokens(error)) throw error;
      due = { tokens, at: Date.now() + RETRY_MS };
      return tokens;
    }
  });

  return async (tokens: TokenSet): Promise<TokenSet> => {
    if (due?.tokens === tokens && Date.now() < due.at) return tokens;
    asked = tokens;
    return check();
  };
}
