import * as oauth from "oauth4webapi";
import { sleep } from "../../async/sleep.js";
import { type AuthError, isOrgtypeError, SettingsError } from "../../errors.js";
import { checkTexts } from "../app.js";
import { appGrant } from "../app-grant.js";
import type { Grant, GrantContext } from "../grant.js";
import { askOAuth } from "../oauth-endpoint.js";
import { refresh } from "../refresh.js";
import { scopeParameter } from "../scopes.js";
import { requestTokens } from "../token-endpoint.js";
import type { TokenSet } from "../token-set.js";

/** What to tell the person who logs in. */
export interface DevicePrompt {
  /** To be typed in at `verificationUri`. */
  readonly userCode: string;
  /** To be opened in any browser, on any machine. */
  readonly verificationUri: string;
  /** Milliseconds until the code ends, where Salesforce says so. */
  readonly expiresInMs?: number;
}

export interface DeviceOptions {
  /** The app's consumer key. */
  clientId: string;
  /** Default: `["api", "refresh_token"]`. */
  scopes?: readonly string[];
  /** Shows the code to the person. The login goes on while it runs. */
  onPrompt: (prompt: DevicePrompt) => void | Promise<void>;
}

const PATIENCE_MS = 15 * 60_000;
/** Stands for an end that was not answered: the protocol's library wants one. */
const UNKNOWN_SECONDS = Number.MAX_SAFE_INTEGER;
const DEFAULT_INTERVAL_SECONDS = 5;

/**
 * Logs in a person who has a browser on another machine: for headless ones. Renewed by the refresh token.
 * Salesforce lets only installed apps do it. `POST /services/oauth2/token`.
 *
 * @throws SettingsError where an option is missing
 */
export function device(app: DeviceOptions): Grant {
  const { clientId, scopes = ["api", "refresh_token"], onPrompt } = app;
  checkTexts("device", { clientId });
  if (typeof onPrompt !== "function") {
    throw new SettingsError("settings.auth", "device({ onPrompt }) is no function.", {
      hint: "It shows the code to the person: ({ userCode, verificationUri }) => console.log(…).",
    });
  }
  return appGrant(app, {
    name: "device",
    key: clientId,
    patienceMs: PATIENCE_MS,
    async start(context) {
      const codes = await requestCodes(app, scopes, context);
      const known = codes.expires_in !== UNKNOWN_SECONDS;
      await onPrompt({
        userCode: codes.user_code,
        verificationUri: codes.verification_uri,
        ...(known && { expiresInMs: codes.expires_in * 1000 }),
      });
      return poll(app, codes, context);
    },
    renew: (tokens, context) => refresh(tokens, app, context),
  });
}

function requestCodes(app: DeviceOptions, scopes: readonly string[], context: GrantContext) {
  const amend = (body: Record<string, unknown>) => ({
    ...body,
    expires_in: Number(body.expires_in ?? UNKNOWN_SECONDS),
    interval: Number(body.interval ?? DEFAULT_INTERVAL_SECONDS),
  });
  return askOAuth(context, { app, act: "the login", amend }, async (endpoint) => {
    const { server, client, authentication, options } = endpoint;
    const parameters = { response_type: "device_code", ...scopeParameter(scopes) };
    return oauth.processDeviceAuthorizationResponse(
      server,
      client,
      await oauth.deviceAuthorizationRequest(server, client, authentication, parameters, options),
    );
  });
}

async function poll(
  app: DeviceOptions,
  codes: oauth.DeviceAuthorizationResponse,
  context: GrantContext,
): Promise<TokenSet> {
  let intervalMs = (codes.interval ?? DEFAULT_INTERVAL_SECONDS) * 1000;
  for (;;) {
    await sleep(intervalMs, context.signal);
    try {
      return await exchangeCode(app, codes.device_code, context);
    } catch (error) {
      if (!isWaiting(error)) throw error;
      if (error.oauthError === "slow_down") intervalMs += DEFAULT_INTERVAL_SECONDS * 1000;
    }
  }
}

function exchangeCode(app: DeviceOptions, code: string, context: GrantContext): Promise<TokenSet> {
  return requestTokens(context, app, async ({ server, client, authentication, options }) => {
    const parameters = { code };
    const response = await oauth.genericTokenEndpointRequest(
      server,
      client,
      authentication,
      "device",
      parameters,
      options,
    );
    return oauth.processGenericTokenEndpointResponse(server, client, response);
  });
}

function isWaiting(error: unknown): error is AuthError {
  if (!isOrgtypeError(error, "AuthError")) return false;
  return error.oauthError === "authorization_pending" || error.oauthError === "slow_down";
}
