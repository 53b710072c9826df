import { within } from "../../async/within.js";
import { AuthError, TimeoutError } from "../../errors.js";
import { globalFetch } from "../../http/global-fetch.js";
import type { Transport } from "../../http/pipeline.js";
import { checkEnvironment, type Environment } from "../../settings/environment.js";
import { type App, appParameters, checkTexts, secretTexts } from "../app.js";
import { appGrant } from "../app-grant.js";
import { type CallbackCode, createLogins, type LoginPage } from "../authorization-request.js";
import type { Grant, GrantContext } from "../grant.js";
import { memoryPendingLogins, type PendingLoginStore } from "../pending-logins.js";
import { refresh } from "../refresh.js";
import { requestTokens } from "../token-endpoint.js";
import { type TokenSet, tokenSet } from "../token-set.js";

export interface AuthorizationCodeOptions extends App {
  environment: Environment;
  /** One of the app's callback URLs, exactly as it is in Setup. */
  redirectUri: string;
  /** Default: `["api", "refresh_token"]`. */
  scopes?: readonly string[];
  /** Default: in memory, for one person at a time. */
  pendingLogins?: PendingLoginStore;
  /** Sends the requests of `callback`. Default: the global `fetch`. */
  transport?: Transport;
}

/** The login of a person in the browser. As a grant it renews what it, or a token store, has. */
export interface AuthorizationCodeLogin extends Grant {
  /** Where to send the browser. The login that begins so ends after ten minutes. */
  authorizationUrl(page?: LoginPage): Promise<string>;
  /**
   * The tokens, from the URL that the browser came back to. A URL can be used once.
   *
   * @throws AuthError where the login was denied or refused, where it is unknown, used or too old
   */
  callback(url: string | URL, options?: { signal?: AbortSignal }): Promise<TokenSet>;
  /** A grant that begins with these tokens. */
  withTokens(tokens: TokenSet): Grant;
}

const CALLBACK_TIMEOUT_MS = 120_000;

/**
 * Logs a person in, in the browser: authorization code with PKCE. Renewed by the refresh token.
 * `GET /services/oauth2/authorize`, `POST /services/oauth2/token`.
 *
 * @throws SettingsError where an option is missing
 */
export function authorizationCode(options: AuthorizationCodeOptions): AuthorizationCodeLogin {
  const { environment, clientId, redirectUri, scopes = ["api", "refresh_token"] } = options;
  const { pendingLogins = memoryPendingLogins(), transport = globalFetch } = options;
  checkEnvironment(environment);
  checkTexts(
    "authorizationCode",
    { clientId, ...secretTexts(options), redirectUri },
    { redirectUri: "Give one of the app's callback URLs, exactly as it is in Setup." },
  );
  const logins = createLogins({ environment, clientId, redirectUri, scopes, pendingLogins });
  const grant = appGrant(options, {
    name: "authorization_code",
    key: clientId,
    start: async () => {
      throw loginNeeded();
    },
    renew: (tokens, context) => refresh(tokens, options, context),
  });
  return {
    ...grant,
    authorizationUrl: async (page = {}) => logins.begin(page),
    callback: async (url, { signal } = {}) =>
      within({ signal, timeoutMs: CALLBACK_TIMEOUT_MS, timeoutError }, async ({ signal: ended }) => {
        const callback = await logins.end(new URL(url, redirectUri));
        return exchangeCode(callback, options, { environment, transport, signal: ended, hintFor });
      }),
    withTokens(tokens) {
      const set = tokenSet(tokens);
      return {
        ...grant,
        ...(set.id !== undefined && { identityUrl: set.id }),
        start: async () => set,
      };
    },
  };
}

function exchangeCode(
  { code, verifier }: CallbackCode,
  app: AuthorizationCodeOptions,
  context: GrantContext,
): Promise<TokenSet> {
  return requestTokens(context, app, {
    grant_type: "authorization_code",
    code,
    code_verifier: verifier,
    redirect_uri: app.redirectUri,
    ...appParameters(app),
  });
}

async function hintFor(error: string, description?: string): Promise<string | undefined> {
  const { refusalHint } = await import("../refusals.js");
  return refusalHint(error, description);
}

function loginNeeded(): AuthError {
  return new AuthError("auth.login-needed", "Nobody is logged in.", {
    hint: "Run `orgtype login`; in a web app, send the browser to authorizationUrl() and give callback() what comes back.",
  });
}

function timeoutError(): TimeoutError {
  const message = `The login's code was not exchanged within ${CALLBACK_TIMEOUT_MS} ms.`;
  return new TimeoutError(message, CALLBACK_TIMEOUT_MS, { hint: "Check the network, and log in again." });
}
