import type { FilePart } from "./multipart.js";

/** The body of a request, read in the form a resource wants it in. */
export interface CallBody {
  /**
   * The JSON body, or the JSON part of a multipart one. Throws JSON_PARSER_ERROR where there is none or it does not
   * parse, and 415 where the request says it is something else.
   */
  readonly body: () => unknown;
  /** The body as text, whatever its type, a byte order mark and all; empty where there is none. */
  readonly text: () => string;
  /** The files of a multipart body, by the names of their parts. */
  readonly files: () => ReadonlyMap<string, FilePart>;
}

/** A request to the REST API, from the network or from inside a composite request. */
export interface ApiCall extends CallBody {
  readonly method: string;
  /** The path as it came, still percent-encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** Scheme and host the caller used, such as `https://acme.my.salesforce.com`. */
  readonly origin: string;
}

/** A body that is no JSON, such as CSV or a file. */
export interface Content {
  readonly type: string;
  readonly data: string | Uint8Array<ArrayBuffer>;
}

/** What goes back: JSON in `body`, or something else in `content`; neither where there is no body. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly content?: Content;
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
