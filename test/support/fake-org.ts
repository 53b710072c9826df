import type { Transport } from "orgtype";

/** A request as it was sent. */
export interface SentRequest {
  readonly method: string;
  readonly url: URL;
  readonly path: string;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every form
  readonly body: any;
  readonly signal: AbortSignal | null;
}

export interface FakeOrg {
  readonly transport: Transport;
  /** Requests but for those of tokens, in order. */
  readonly sent: SentRequest[];
  /** Token requests, in order: their form fields. */
  readonly logins: Record<string, string>[];
}

export const INSTANCE = "https://acme.my.salesforce.com";

/** Answers token requests by itself (`token-1`, `token-2`, …) and everything else by `answer`. */
export function fakeOrg(
  answer: (request: SentRequest, count: number) => Response | Promise<Response>,
): FakeOrg {
  const sent: SentRequest[] = [];
  const logins: Record<string, string>[] = [];
  const transport: Transport = async (address, init) => {
    const url = new URL(address);
    if (url.pathname === "/services/oauth2/token") {
      logins.push(Object.fromEntries(new URLSearchParams(String(init.body))));
      return json(tokenAnswer(`token-${logins.length}`));
    }
    init.signal?.throwIfAborted();
    const text = typeof init.body === "string" ? init.body : "";
    const body = text === "" ? undefined : JSON.parse(text);
    const request = {
      method: init.method ?? "GET",
      url,
      path: url.pathname,
      headers: new Headers(init.headers),
      body,
      signal: init.signal ?? null,
    };
    sent.push(request);
    return answer(request, sent.length);
  };
  return { transport, sent, logins };
}

export function tokenAnswer(accessToken: string, instanceUrl = INSTANCE): Record<string, string> {
  return {
    access_token: accessToken,
    instance_url: instanceUrl,
    id: "https://login.salesforce.com/id/00D000000000001AAA/005000000000001AAA",
    token_type: "Bearer",
    issued_at: "1700000000000",
  };
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json;charset=UTF-8", ...headers },
  });
}

export function empty(status = 204): Response {
  return new Response(null, { status });
}

export function refusal(status: number, errorCode: string, message = "refused", fields?: string[]): Response {
  return json([{ message, errorCode, ...(fields && { fields }) }], status);
}
