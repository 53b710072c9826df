import type { AuthorizationResponseError } from "oauth4webapi";
import { AuthError } from "../errors.js";
import type { Environment } from "../settings/environment.js";
import type { PendingLoginStore } from "./pending-logins.js";

/** What the login's page asks of the person. */
export interface LoginPage {
  /** `"login"` asks for the password again, `"consent"` for the approval; both with a space between. */
  prompt?: string;
  /** The user name to begin with. */
  loginHint?: string;
  /** The form of the page. Default: a whole page. */
  display?: "page" | "popup" | "touch" | "mobile";
}

export interface LoginSettings {
  readonly environment: Environment;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly pendingLogins: PendingLoginStore;
}

/** What a good callback brings: its code, and the verifier of the login it ends. */
export interface CallbackCode {
  readonly code: string;
  readonly verifier: string;
}

const PENDING_MS = 10 * 60_000;

/** Logins with PKCE, from the URL the browser is sent to until it comes back. */
export function createLogins(settings: LoginSettings) {
  const { pendingLogins } = settings;
  return {
    async begin(page: LoginPage): Promise<string> {
      const oauth = await import("oauth4webapi");
      const state = oauth.generateRandomState();
      const verifier = oauth.generateRandomCodeVerifier();
      const value = JSON.stringify({ verifier, until: Date.now() + PENDING_MS });
      await pendingLogins.put(await nameOf(state), value, PENDING_MS);
      return pageUrl(settings, page, state, await oauth.calculatePKCECodeChallenge(verifier));
    },
    async end(url: URL): Promise<CallbackCode> {
      const state = url.searchParams.get("state") ?? "";
      const value = state === "" ? undefined : await pendingLogins.take(await nameOf(state));
      const verifier = verifierOf(value);
      if (verifier === undefined) throw stateUnknown();
      return { code: await codeIn(url, settings, state), verifier };
    },
  };
}

/** A digest: looking it up takes no time that tells of the state, and who reads the store learns none. */
async function nameOf(state: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(state));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function pageUrl(settings: LoginSettings, page: LoginPage, state: string, challenge: string): string {
  const { environment, clientId, redirectUri, scopes } = settings;
  const url = new URL(environment.authorizationUrl);
  const parameters = {
    response_type: "code",
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: scopes.join(" ") || undefined,
    state,
    code_challenge: challenge,
    code_challenge_method: "S256",
    prompt: page.prompt,
    login_hint: page.loginHint,
    display: page.display,
  };
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url.href;
}

/** The secret of a login that is not too old. */
function verifierOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const { verifier, until } = JSON.parse(value) as { verifier: string; until: number };
  return until > Date.now() ? verifier : undefined;
}

async function codeIn(url: URL, { environment, clientId }: LoginSettings, state: string): Promise<string> {
  const oauth = await import("oauth4webapi");
  try {
    const server = { issuer: environment.loginUrl };
    const code = oauth.validateAuthResponse(server, { client_id: clientId }, url, state).get("code");
    if (code) return code;
  } catch (error) {
    if (error instanceof oauth.AuthorizationResponseError) throw await denied(error);
  }
  throw new AuthError("auth.callback", "The URL that the browser came back to is no answer to a login.", {
    hint: "Give `callback` the whole URL, with its query.",
  });
}

/** Without a cause: there is a code in what the browser brought. */
async function denied({ error, error_description }: AuthorizationResponseError): Promise<AuthError> {
  const [{ refusalHint }, { refusalText }] = await Promise.all([
    import("./refusals.js"),
    import("./oauth-failure.js"),
  ]);
  const details = refusalText(error, error_description);
  return new AuthError("auth.denied", `The login was denied (${details}).`, {
    oauthError: error,
    description: error_description,
    hint: refusalHint(error, error_description),
  });
}

function stateUnknown(): AuthError {
  return new AuthError("auth.state", "The login that came back is unknown, was used, or is too old.", {
    hint: "Begin it again with authorizationUrl(). Where several processes serve one app, give `pendingLogins` a store that they share.",
  });
}
