import { isOrgtypeError } from "../errors.js";
import type { Introspection } from "./introspection.js";
import type { TokenSet } from "./token-set.js";

/** Asks an OAuth endpoint beside that of the tokens, as the app. */
export type AskAsApp = <T extends object>(
  endpoint: string,
  parameters: Readonly<Record<string, string>>,
  act: string,
  read: (answer: Readonly<Record<string, unknown>>) => T | undefined,
) => Promise<T>;

/** Asks the server about an access token, as the app that it was given to. */
export function introspect({ accessToken }: TokenSet, ask: AskAsApp): Promise<Introspection> {
  const parameters = { token: accessToken, token_type_hint: "access_token" };
  return ask("introspect", parameters, "to say what it knows of the token", toIntrospection);
}

function toIntrospection(answer: Readonly<Record<string, unknown>>): Introspection | undefined {
  const { active, scope, client_id: clientId, username, exp } = answer;
  if (typeof active !== "boolean") return undefined;
  return {
    active,
    ...(typeof scope === "string" && { scope }),
    ...(typeof clientId === "string" && { clientId }),
    ...(typeof username === "string" && { username }),
    ...(typeof exp === "number" && { expiresAt: exp * 1000 }),
  };
}

/**
 * Ends tokens on the server: the refresh token, and with it its access tokens, or else the access token. Tokens
 * that have ended already are no error. `POST /services/oauth2/revoke`.
 */
export async function revoke({ refreshToken, accessToken }: TokenSet, ask: AskAsApp): Promise<void> {
  try {
    await ask("revoke", { token: refreshToken ?? accessToken }, "the logout", (answer) => answer);
  } catch (error) {
    if (!isOrgtypeError(error, "AuthError") || !hasEnded(error.oauthError)) throw error;
  }
}

function hasEnded(oauthError: string | undefined): boolean {
  return oauthError === "invalid_token" || oauthError === "unsupported_token_type";
}
