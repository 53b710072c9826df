import { within } from "../../async/within.js";
import type { LoginPage } from "../../auth/authorization-request.js";
import { type AuthorizationCodeOptions, authorizationCode } from "../../auth/grants/authorization-code.js";
import { SettingsError, TimeoutError, type TokenSet } from "../../index.js";
import type { ProcessEnvironment } from "../find-command.js";
import { type CallbackListener, listenForCallback } from "./callback-listener.js";
import { openBrowser } from "./open-browser.js";
import { redirectTarget } from "./redirect-target.js";

export interface LoopbackLoginOptions
  extends Omit<AuthorizationCodeOptions, "redirectUri" | "pendingLogins">,
    LoginPage {
  /** Port on 127.0.0.1; 0 takes a free one, which the app must allow. Default: that of `redirectUri`. */
  port?: number;
  /**
   * One of the app's callback URLs: `http` on this machine. Default: `http://localhost:1717/callback`, with
   * `port` in its place.
   */
  redirectUri?: string;
  /** Opens the page; false leaves it to `onUrl`. Default: the person's browser. */
  openBrowser?: ((url: string) => void | Promise<void>) | false;
  /** Is told the login's URL before the browser opens, to show it to the person. */
  onUrl?: (url: string) => void;
  /** Milliseconds for the person to log in. Default: 300,000. */
  timeoutMs?: number;
  signal?: AbortSignal;
}

/**
 * Logs a person in with the browser: the authorization code flow with PKCE, the browser coming back to a
 * listener on 127.0.0.1 that lives as long as the login. Resolves with the tokens.
 *
 * @throws SettingsError where the port is taken or no browser opens, AuthError where the login is denied or
 * refused, TimeoutError where nobody logs in, the reason of `signal`
 */
export async function loopbackLogin(
  options: LoopbackLoginOptions,
  environment: ProcessEnvironment = process.env,
): Promise<TokenSet> {
  if (options.openBrowser === false && options.onUrl === undefined) {
    throw new SettingsError("settings.auth", "loopbackLogin: nobody is told the URL.", {
      hint: "Give `onUrl` where `openBrowser` is false.",
    });
  }
  const { signal, timeoutMs = 300_000 } = options;
  const listener = await listenForCallback(redirectTarget(options));
  const timeoutError = () => loginTimeout(options, listener, timeoutMs);
  try {
    return await within({ signal, timeoutMs, timeoutError }, ({ signal: ended }) =>
      logIn(options, listener, ended, environment),
    );
  } finally {
    listener.close();
  }
}

async function logIn(
  options: LoopbackLoginOptions,
  listener: CallbackListener,
  signal: AbortSignal,
  environment: ProcessEnvironment,
): Promise<TokenSet> {
  const login = authorizationCode({ ...options, redirectUri: listener.redirectUri });
  const url = await login.authorizationUrl(options);
  const state = new URL(url).searchParams.get("state") ?? "";
  const exchange = (callbackUrl: string) => login.callback(callbackUrl, { signal });
  const tokens = listener.receive(state, exchange, signal);
  options.onUrl?.(url);
  // The person may be done before the opener is.
  return Promise.race([tokens, show(url, options, environment).then(() => tokens)]);
}

async function show(
  url: string,
  options: LoopbackLoginOptions,
  environment: ProcessEnvironment,
): Promise<void> {
  if (options.openBrowser === false) return;
  if (options.openBrowser !== undefined) return options.openBrowser(url);
  await openBrowser(url, environment).catch((error: unknown) => {
    // Whoever was told the URL opens it somewhere.
    if (options.onUrl === undefined) throw error;
  });
}

function loginTimeout(
  { environment }: LoopbackLoginOptions,
  { redirectUri }: CallbackListener,
  timeoutMs: number,
): TimeoutError {
  return new TimeoutError(
    `Nobody came back from the login at ${environment.loginUrl} within ${timeoutMs} ms.`,
    timeoutMs,
    {
      hint: `Log in again in the browser. If the browser shows an error instead of the login, add ${redirectUri} to the callback URLs of the app.`,
    },
  );
}
