import * as oauth from "oauth4webapi";
import { AuthError, ConnectionError, isOrgtypeError, type OrgtypeError } from "../errors.js";
import { connectionError } from "../http/connection-failure.js";
import { isLoopback } from "../settings/hosts.js";
import type { GrantContext } from "./grant.js";
import { refusalHint } from "./refusals.js";
import { type TokenSet, tokenSet } from "./token-set.js";

/** What every request to a token endpoint is made with. */
export interface TokenEndpoint {
  readonly server: oauth.AuthorizationServer;
  readonly client: oauth.Client;
  readonly options: oauth.TokenEndpointRequestOptions;
}

/**
 * Exchanges a grant for tokens.
 *
 * @param exchange asks the token endpoint and checks the form of its answer
 * @throws AuthError where the grant is refused or the answer makes no sense, ConnectionError where none came
 */
export async function requestTokens(
  context: GrantContext,
  clientId: string,
  exchange: (endpoint: TokenEndpoint) => Promise<oauth.TokenEndpointResponse>,
): Promise<TokenSet> {
  const { environment, transport, signal } = context;
  // The server's metadata is known: Salesforce's discovery document names another issuer than a My Domain.
  const server = { issuer: environment.loginUrl, token_endpoint: environment.tokenUrl };
  let response: Response | undefined;
  const options = {
    signal,
    [oauth.allowInsecureRequests]: isLoopback(new URL(environment.tokenUrl).hostname),
    [oauth.customFetch]: async (url: string, init: oauth.CustomFetchOptions<"POST", URLSearchParams>) => {
      response = await transport(url, init as RequestInit);
      return response;
    },
  };
  try {
    return toTokenSet(await exchange({ server, client: { client_id: clientId }, options }));
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw loginError(error, environment.tokenUrl, response);
  }
}

function toTokenSet(answer: oauth.TokenEndpointResponse): TokenSet {
  const text = (key: string) => (typeof answer[key] === "string" ? answer[key] : undefined);
  const [refreshToken, id, scope, issuedAt] = ["refresh_token", "id", "scope", "issued_at"].map(text);
  return tokenSet({
    accessToken: answer.access_token,
    instanceUrl: text("instance_url") ?? "",
    ...(refreshToken !== undefined && { refreshToken }),
    ...(id !== undefined && { id }),
    ...(scope !== undefined && { scope }),
    ...(issuedAt !== undefined && { issuedAt: Number(issuedAt) }),
  });
}

/** No cause of ours holds what the endpoint answered: there could be a token in it. */
function loginError(error: unknown, tokenUrl: string, response: Response | undefined): OrgtypeError {
  if (isOrgtypeError(error)) return error;
  if (error instanceof oauth.ResponseBodyError)
    return refused(error.error, error.error_description, tokenUrl);
  // A body that is cut off shows as a TypeError below.
  if (response === undefined || (error instanceof Error && error.cause instanceof TypeError)) {
    return connectionError(tokenUrl, error, "connection.login");
  }
  const { status } = response;
  const host = new URL(tokenUrl).host;
  if (status >= 500) {
    return new ConnectionError("connection.login", `The login server ${host} answered HTTP ${status}.`);
  }
  if (status >= 300 && status < 400) {
    const location = response.headers.get("location") ?? "";
    const target = URL.canParse(location, tokenUrl) ? new URL(location, tokenUrl).origin : "another place";
    return new AuthError("auth.redirect", `The login server ${host} redirects to ${target}.`, {
      hint: `It is not followed, as the secret would go along: use custom("${target}") if that is your org.`,
    });
  }
  return new AuthError("auth.answer", `${host} did not answer as a token endpoint does (HTTP ${status}).`, {
    hint: "Check that the URL in `environment` is the org's own, and that no proxy answers in its place.",
  });
}

function refused(oauthError: string, description: string | undefined, tokenUrl: string): AuthError {
  const details = description === undefined ? oauthError : `${oauthError}: ${description}`;
  return new AuthError("auth.refused", `${new URL(tokenUrl).host} refused the login (${details}).`, {
    oauthError,
    description,
    hint: refusalHint(oauthError, description),
  });
}
