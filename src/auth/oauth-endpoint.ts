import { isOrgtypeError, SettingsError } from "../errors.js";
import { connectionError } from "../http/connection-failure.js";
import { parseBody } from "../http/decode.js";
import { isLoopback } from "../settings/hosts.js";
import type { GrantContext } from "./grant.js";
import { notUnderstood, type OAuthRefusal, refused } from "./oauth-failure.js";

export interface OAuthRequest {
  readonly url: string;
  /** Sent as a form. */
  readonly parameters: Readonly<Record<string, string>>;
  /** What the server may refuse, for messages: "the login". */
  readonly act: string;
}

/**
 * Asks one of the server's OAuth endpoints.
 *
 * @param read makes the result of the answer's JSON, or undefined where the answer is not one of that endpoint
 * @throws AuthError where it is refused or the answer makes no sense, ConnectionError where none came
 */
export async function askOAuth<T extends object>(
  context: GrantContext,
  { url, parameters, act }: OAuthRequest,
  read: (answer: Readonly<Record<string, unknown>>) => T | undefined,
): Promise<T> {
  const { host } = checkEncrypted(url);
  const { status, location, text } = await post(context, url, parameters);
  const body = parseBody(text);
  if (status >= 400 && status < 500 && isRefusal(body)) throw refused(host, act, body);
  // A revocation has nothing to answer.
  const result = status === 200 ? read(isObject(body) ? body : {}) : undefined;
  if (result === undefined) throw notUnderstood(url, status, location);
  return result;
}

async function post(
  { transport, signal }: GrantContext,
  url: string,
  parameters: OAuthRequest["parameters"],
): Promise<{ status: number; location: string | null; text: string }> {
  const headers = {
    accept: "application/json",
    "content-type": "application/x-www-form-urlencoded;charset=UTF-8",
  };
  const body = new URLSearchParams(parameters).toString();
  try {
    const answer = await transport(url, { method: "POST", headers, body, redirect: "manual", signal });
    return { status: answer.status, location: answer.headers.get("location"), text: await answer.text() };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw isOrgtypeError(error) ? error : connectionError(url, error, "connection.login");
  }
}

function isRefusal(body: unknown): body is OAuthRefusal {
  return isObject(body) && typeof body.error === "string" && body.error !== "";
}

function isObject(body: unknown): body is Readonly<Record<string, unknown>> {
  return typeof body === "object" && body !== null && !Array.isArray(body);
}

/** @throws SettingsError where a request would show its secrets on the way */
function checkEncrypted(url: string): URL {
  const parsed = new URL(url);
  if (parsed.protocol === "https:" || isLoopback(parsed.hostname)) return parsed;
  throw new SettingsError("settings.environment", `The login at ${parsed.host} is not encrypted.`, {
    hint: "Give an environment with https URLs; only loopback hosts may do without.",
  });
}
