import { createHmac } from "node:crypto";
import type { Transport } from "orgtype";
import { json, refusal } from "../../../support/fake-org.js";

export const HOST = "https://acme.my.salesforce.com";
export const IDENTITY = "https://login.salesforce.com/id/00D000000000001AAA/005000000000001AAA";
export const SECRET = "s3cret.of_the!app";

export interface TokenRequest {
  /** As `/services/oauth2/token`. */
  readonly path: string;
  readonly origin: string;
  readonly form: Record<string, string>;
  readonly signal: AbortSignal | null | undefined;
}

export interface TokenServer {
  /** OAuth requests. */
  readonly requests: TokenRequest[];
  /** Bearer tokens of the REST calls. */
  readonly calls: string[];
  /** Answers the next OAuth requests before the server does. */
  readonly scripted: ((request: TokenRequest) => Response | Promise<Response>)[];
  /** What a token answer holds besides. */
  extra: Record<string, unknown>;
  instanceUrl: string;
  refusesAll: boolean;
  readonly transport: Transport;
  expire(): void;
  tokenRequests(): TokenRequest[];
  tokenAnswer(): Record<string, unknown>;
}

/** An OAuth server and REST API as Salesforce's, in a transport: each access token is good until `expire()`. */
export function tokenServer(
  options: { secret?: string; rotates?: boolean; gives?: "refresh" } = {},
): TokenServer {
  const requests: TokenRequest[] = [];
  const calls: string[] = [];
  const live = new Set<string>();
  let count = 0;
  let refreshToken = options.gives === "refresh" ? "r3fresh-0" : undefined;
  const server: TokenServer = {
    requests,
    calls,
    scripted: [],
    extra: {},
    instanceUrl: HOST,
    refusesAll: false,
    expire: () => live.clear(),
    tokenRequests: () => requests.filter(({ path }) => path === "/services/oauth2/token"),
    transport: async (address, init) => {
      const url = new URL(address);
      if (!url.pathname.includes("/services/oauth2/") || url.pathname.endsWith("/userinfo")) {
        return rest(url, init);
      }
      const form = Object.fromEntries(new URLSearchParams(String(init.body)));
      const request = { path: url.pathname, origin: url.origin, form, signal: init.signal };
      requests.push(request);
      const script = server.scripted.shift();
      if (script !== undefined) return script(request);
      if (request.path.endsWith("/revoke")) return new Response(null, { status: 200 });
      if (request.path.endsWith("/introspect")) return json({ active: live.has(form.token ?? "") });
      return answerToken(form);
    },
    tokenAnswer,
  };

  function answerToken(form: Record<string, string>): Response {
    if (form.grant_type === "refresh_token") {
      if (form.refresh_token !== refreshToken) return oauthError("expired access/refresh token");
      if (options.rotates) refreshToken = `r3fresh-${count + 1}`;
    }
    return json(tokenAnswer());
  }

  function tokenAnswer(): Record<string, unknown> {
    const accessToken = `acc3ss-${++count}`;
    live.add(accessToken);
    const issuedAt = "1700000000000";
    const isAnswered = refreshToken !== undefined && (count === 1 || options.rotates);
    return {
      access_token: accessToken,
      instance_url: server.instanceUrl,
      id: IDENTITY,
      issued_at: issuedAt,
      token_type: "Bearer",
      ...(isAnswered && { refresh_token: refreshToken }),
      ...(options.secret !== undefined && { signature: sign(options.secret, IDENTITY + issuedAt) }),
      ...server.extra,
    };
  }

  function rest(url: URL, init: RequestInit): Response {
    const token = new Headers(init.headers).get("authorization")?.replace("Bearer ", "") ?? "";
    calls.push(token);
    const isGood = live.has(token) && !server.refusesAll;
    if (url.pathname.endsWith("/userinfo") || url.pathname.startsWith("/id/")) {
      return isGood
        ? json({ user_id: "005000000000001AAA", organization_id: "00D000000000001AAA", at: url.href })
        : new Response("Bad_OAuth_Token", { status: 403 });
    }
    return isGood ? json({ DailyApiRequests: { Max: 2, Remaining: 1 } }) : refusal(401, "INVALID_SESSION_ID");
  }

  return server;
}

export function sign(secret: string, text: string): string {
  return createHmac("sha256", secret).update(text).digest("base64");
}

export function oauthError(description: string, error = "invalid_grant", status = 400): Response {
  return json({ error, error_description: description }, status);
}

export function html(status: number): Response {
  return new Response("<html><title>Down</title></html>", {
    status,
    headers: { "content-type": "text/html" },
  });
}

/** What an attempt rejects with. */
export async function failure(attempt: Promise<unknown> | (() => unknown)): Promise<unknown> {
  try {
    await (typeof attempt === "function" ? attempt() : attempt);
  } catch (error) {
    return error;
  }
  throw new Error("It should have failed.");
}
