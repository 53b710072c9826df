import type { Org } from "orgtype/mock";

export interface BulkAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: answers have many forms
  readonly body: any;
}

/** Requests to an org's REST API, with bodies of any type. */
export function bulkApi(org: Org, version = "66.0") {
  async function send(method: string, path: string, body?: string, type = "application/json") {
    const response = await org.fetch(`${org.url}/services/data/v${version}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${org.credentials.accessToken}`,
        ...(body !== undefined && { "Content-Type": type }),
      },
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") === true;
    const answer: BulkAnswer = {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson ? JSON.parse(text) : undefined,
    };
    return answer;
  }
  return {
    get: (path: string) => send("GET", path),
    delete: (path: string) => send("DELETE", path),
    post: (path: string, body: object) => send("POST", path, JSON.stringify(body)),
    patch: (path: string, body: object) => send("PATCH", path, JSON.stringify(body)),
    putCsv: (path: string, csv: string, type = "text/csv") => send("PUT", path, csv, type),
  };
}
