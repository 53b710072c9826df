import type { AuthError } from "../errors.js";

/** Errors of ours that no repetition helps. */
const final: readonly string[] = ["auth.no-renewal", "auth.no-refresh-token", "auth.logged-out"];

/** What a refresh token is refused for that may be good another time. */
const passing = /ip restricted|login hours|login rate|inactive/i;

/** Whether a failed renewal means that its tokens are dead for good. */
export function endsTokens({ code, oauthError, description = "" }: AuthError): boolean {
  if (oauthError === undefined) return final.includes(code);
  return oauthError === "invalid_grant" && !passing.test(description);
}
