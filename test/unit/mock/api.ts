import type { Org } from "orgtype/mock";

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every form
  readonly body: any;
}

export const DATA = "/services/data/v66.0";

/** A bare REST client of an org in process. Paths that begin with `/services` or `/id` are taken as they are. */
export function api(org: Org, token = org.credentials.accessToken) {
  async function send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ApiAnswer> {
    const target = /^\/(services|id)(\/|$)/.test(path) ? path : DATA + path;
    const response = await org.fetch(org.url + target, {
      method,
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === "" ? undefined : JSON.parse(text),
    };
  }
  return {
    send,
    get: (path: string, headers?: Record<string, string>) => send("GET", path, undefined, headers),
    post: (path: string, body: unknown, headers?: Record<string, string>) =>
      send("POST", path, body, headers),
    patch: (path: string, body: unknown, headers?: Record<string, string>) =>
      send("PATCH", path, body, headers),
    delete: (path: string) => send("DELETE", path),
    query: (soql: string, headers?: Record<string, string>) =>
      send("GET", `/query?q=${encodeURIComponent(soql)}`, undefined, headers),
  };
}
