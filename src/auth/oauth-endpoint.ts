import { isOrgtypeError, SettingsError } from "../errors.js";
import { parseBody } from "../http/answer.js";
import { connectionError } from "../http/connection-failure.js";
import { isLoopback } from "../settings/hosts.js";
import type { GrantContext } from "./grant.js";
import type { OAuthAnswer } from "./oauth-answer.js";

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
  checkEncrypted(url);
  const answer = await post(context, url, parameters);
  // A revocation has nothing to answer.
  const result = answer.status === 200 ? read(answer.body ?? {}) : undefined;
  if (result !== undefined) return result;
  const { oauthFailure } = await import("./oauth-failure.js");
  throw await oauthFailure(url, answer, act, context.hintFor);
}

async function post(
  { transport, signal }: GrantContext,
  url: string,
  parameters: OAuthRequest["parameters"],
): Promise<OAuthAnswer> {
  const headers = {
    accept: "application/json",
    "content-type": "application/x-www-form-urlencoded;charset=UTF-8",
  };
  const form = new URLSearchParams(parameters).toString();
  try {
    const answer = await transport(url, { method: "POST", headers, body: form, redirect: "manual", signal });
    const body = parseBody(await answer.text());
    const location = answer.headers.get("location");
    return { status: answer.status, location, body: isObject(body) ? body : undefined };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw isOrgtypeError(error) ? error : connectionError(url, error, "connection.login");
  }
}

function isObject(body: unknown): body is Readonly<Record<string, unknown>> {
  return typeof body === "object" && body !== null && !Array.isArray(body);
}

/** @throws SettingsError where a request would show its secrets on the way */
function checkEncrypted(url: string): void {
  const { protocol, hostname, host } = new URL(url);
  if (protocol === "https:" || isLoopback(hostname)) return;
  throw new SettingsError("settings.environment", `The login at ${host} is not encrypted.`, {
    hint: "Give an environment with https URLs; only loopback hosts may do without.",
  });
}
