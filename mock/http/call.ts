/** A request to the REST API, from the network or from inside a composite request. */
export interface ApiCall {
  readonly method: string;
  /** The path as it came, still percent-encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** Scheme and host the caller used, such as `https://acme.my.salesforce.com`. */
  readonly origin: string;
  /** The JSON body. Throws JSON_PARSER_ERROR where there is none or it does not parse. */
  readonly body: () => unknown;
}

/** What goes back: `body` undefined means none. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Answer {
  return { status, headers, body };
}

export function noContent(): Answer {
  return { status: 204, headers: {} };
}

/** Splits `/path?query` of a sub-request, whose query may hold unescaped spaces. */
export function splitTarget(target: string): { path: string; query: URLSearchParams } {
  const mark = target.indexOf("?");
  if (mark < 0) return { path: target, query: new URLSearchParams() };
  return { path: target.slice(0, mark), query: new URLSearchParams(target.slice(mark + 1)) };
}
