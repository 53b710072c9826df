import { sleep } from "../../async/sleep.js";
import { type AuthError, isOrgtypeError, SettingsError } from "../../errors.js";
import { appParameters, checkTexts } from "../app.js";
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
const DEFAULT_INTERVAL_MS = 5_000;

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
      const { userCode, verificationUri, expiresInMs } = codes;
      await onPrompt({ userCode, verificationUri, ...(expiresInMs !== undefined && { expiresInMs }) });
      return poll(app, codes, context);
    },
    renew: (tokens, context) => refresh(tokens, app, context),
  });
}

interface DeviceCodes extends DevicePrompt {
  readonly deviceCode: string;
  readonly intervalMs: number;
}

function requestCodes(
  app: DeviceOptions,
  scopes: readonly string[],
  context: GrantContext,
): Promise<DeviceCodes> {
  // Salesforce has one path for codes and tokens.
  const { tokenUrl: url } = context.environment;
  const parameters = { response_type: "device_code", ...appParameters(app), ...scopeParameter(scopes) };
  return askOAuth(context, { url, parameters, act: "the login" }, toCodes);
}

function toCodes(answer: Readonly<Record<string, unknown>>): DeviceCodes | undefined {
  const { device_code: deviceCode, user_code: userCode, verification_uri: verificationUri } = answer;
  const isWhole = [deviceCode, userCode, verificationUri].every((text) => typeof text === "string");
  if (!isWhole) return undefined;
  const expiresInMs = toMs(answer.expires_in);
  return {
    deviceCode: String(deviceCode),
    userCode: String(userCode),
    verificationUri: String(verificationUri),
    intervalMs: toMs(answer.interval) ?? DEFAULT_INTERVAL_MS,
    ...(expiresInMs !== undefined && { expiresInMs }),
  };
}

function toMs(seconds: unknown): number | undefined {
  const ms = Number(seconds) * 1000;
  return ms > 0 ? ms : undefined;
}

async function poll(app: DeviceOptions, codes: DeviceCodes, context: GrantContext): Promise<TokenSet> {
  const grant = { grant_type: "device", code: codes.deviceCode, ...appParameters(app) };
  let { intervalMs } = codes;
  for (;;) {
    await sleep(intervalMs, context.signal);
    try {
      return await requestTokens(context, app, grant);
    } catch (error) {
      if (!isWaiting(error)) throw error;
      if (error.oauthError === "slow_down") intervalMs += DEFAULT_INTERVAL_MS;
    }
  }
}

function isWaiting(error: unknown): error is AuthError {
  if (!isOrgtypeError(error, "AuthError")) return false;
  return error.oauthError === "authorization_pending" || error.oauthError === "slow_down";
}
