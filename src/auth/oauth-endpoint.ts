import * as oauth from "oauth4webapi";
import { AuthError, ConnectionError, isOrgtypeError, type OrgtypeError } from "../errors.js";
import { connectionError } from "../http/connection-failure.js";
import type { Transport, TransportAnswer } from "../http/pipeline.js";
import { isLoopback } from "../settings/hosts.js";
import { type App, clientAuthentication } from "./app.js";
import type { GrantContext } from "./grant.js";
import { isPassing, refusalHint } from "./refusals.js";

/** What every request to an OAuth endpoint is made with. */
export interface OAuthEndpoint {
  readonly server: oauth.AuthorizationServer;
  readonly client: oauth.Client;
  readonly authentication: oauth.ClientAuth;
  readonly options: oauth.TokenEndpointRequestOptions;
}

export interface OAuthRequest {
  readonly app: App;
  /** What the server may refuse, for messages: "the login". */
  readonly act: string;
  /** Changes an answer that is JSON, before it is checked. */
  readonly amend?: (body: Record<string, unknown>) => Record<string, unknown>;
}

/**
 * Asks one of the server's OAuth endpoints.
 *
 * @param ask sends the request and checks the form of its answer
 * @throws AuthError where it is refused or the answer makes no sense, ConnectionError where none came
 */
export async function askOAuth<T>(
  context: GrantContext,
  request: OAuthRequest,
  ask: (endpoint: OAuthEndpoint) => Promise<T>,
): Promise<T> {
  const { environment, transport, signal } = context;
  let status: Answered | undefined;
  const options = {
    signal,
    [oauth.allowInsecureRequests]: isLoopback(new URL(environment.tokenUrl).hostname),
    [oauth.customFetch]: async (url: string, init: oauth.CustomFetchOptions<"POST", URLSearchParams>) => {
      const response = await amended(await send(transport, url, init), request.amend);
      status = { url, status: response.status, location: response.headers.get("location") };
      return response;
    },
  };
  const client = { client_id: request.app.clientId };
  try {
    return await ask({
      server: serverOf(context),
      client,
      authentication: clientAuthentication(request.app),
      options,
    });
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw oauthFailure(error, request.act, environment.tokenUrl, status);
  }
}

/** The server's metadata is known: Salesforce's discovery document names another issuer than a My Domain. */
export function serverOf({ environment }: Pick<GrantContext, "environment">): oauth.AuthorizationServer {
  const { loginUrl, tokenUrl, authorizationUrl } = environment;
  return {
    issuer: loginUrl,
    authorization_endpoint: authorizationUrl,
    token_endpoint: tokenUrl,
    // Salesforce has one path for both.
    device_authorization_endpoint: tokenUrl,
    revocation_endpoint: new URL("revoke", tokenUrl).href,
    introspection_endpoint: new URL("introspect", tokenUrl).href,
  };
}

interface Answered {
  readonly url: string;
  readonly status: number;
  readonly location: string | null;
}

async function send(transport: Transport, url: string, init: object): Promise<Response> {
  const answer = await transport(url, { ...init, redirect: "manual" });
  if (answer instanceof Response) return answer;
  // A transport may answer with less than the checks of oauth4webapi ask for.
  return responseOf(await answer.text(), answer);
}

async function amended(response: Response, amend: OAuthRequest["amend"]): Promise<Response> {
  const isJson = /\bjson\b/i.test(response.headers.get("content-type") ?? "");
  if (amend === undefined || response.status !== 200 || !isJson) return response;
  return responseOf(amendedText(await response.text(), amend), response);
}

function responseOf(
  text: string,
  { status, headers }: Pick<TransportAnswer, "status" | "headers">,
): Response {
  return new Response(text === "" ? null : text, { status, headers: [...headers] });
}

function amendedText(text: string, amend: NonNullable<OAuthRequest["amend"]>): string {
  try {
    const body: unknown = JSON.parse(text);
    const isObject = typeof body === "object" && body !== null && !Array.isArray(body);
    return isObject ? JSON.stringify(amend(body as Record<string, unknown>)) : text;
  } catch {
    return text;
  }
}

/** No cause of ours holds what the endpoint answered: there could be a token in it. */
function oauthFailure(
  error: unknown,
  act: string,
  tokenUrl: string,
  answered: Answered | undefined,
): OrgtypeError {
  if (isOrgtypeError(error)) return error;
  if (error instanceof oauth.ResponseBodyError) {
    return refused(error.error, error.error_description, act, tokenUrl);
  }
  // A body that is cut off shows as a TypeError below.
  if (answered === undefined || (error instanceof Error && error.cause instanceof TypeError)) {
    return connectionError(tokenUrl, error, "connection.login");
  }
  return notUnderstood(answered);
}

function notUnderstood({ url, status, location }: Answered): OrgtypeError {
  const { host } = new URL(url);
  if (status >= 500) {
    return new ConnectionError("connection.login", `The login server ${host} answered HTTP ${status}.`);
  }
  // Browsers hide what a redirect says: its status is 0 there.
  if (status === 0 || (status >= 300 && status < 400)) {
    const isKnown = location !== null && URL.canParse(location, url);
    const target = isKnown ? new URL(location, url).origin : "another place";
    const use = isKnown ? `use custom("${target}") if that is your org.` : "use the org's own My Domain.";
    return new AuthError("auth.redirect", `The login server ${host} redirects to ${target}.`, {
      hint: `It is not followed, as the secret would go along: ${use}`,
    });
  }
  return new AuthError("auth.answer", `${host} did not answer as a token endpoint does (HTTP ${status}).`, {
    hint: "Check that the URL in `environment` is the org's own, and that no proxy answers in its place.",
  });
}

function refused(
  oauthError: string,
  description: string | undefined,
  act: string,
  tokenUrl: string,
): OrgtypeError {
  const { host } = new URL(tokenUrl);
  if (isPassing(oauthError)) {
    return new ConnectionError("connection.login", `The login server ${host} answered ${oauthError}.`);
  }
  const details = description === undefined ? oauthError : `${oauthError}: ${description}`;
  return new AuthError("auth.refused", `${host} refused ${act} (${details}).`, {
    oauthError,
    description,
    hint: refusalHint(oauthError, description),
  });
}
