import type { CallOptions } from "./call-options.js";

/** What goes with a request that has no method of its own. */
export interface RawRequestOptions extends CallOptions {
  /** Parameters after the question mark, percent-encoded; lists comma-separated, undefined and null left out. */
  query?: Readonly<Record<string, unknown>>;
  /**
   * Sent as JSON, but for bytes, `Blob`, `FormData` (as `multipart/form-data`), `URLSearchParams`, and text with a
   * `contentType`. It is held in memory, so that it can be sent again.
   */
  body?: unknown;
  /** What the body is. Default: what it says of itself, else JSON, or `application/octet-stream` for bytes. */
  contentType?: string;
  /**
   * Whether the request may be sent again where no answer came: it may have been done. Default: a GET may.
   */
  repeatable?: boolean;
}

/** How an answer is given. */
export interface AnswerForms {
  text: string;
  /** Whole, within the `timeout`. */
  bytes: Uint8Array<ArrayBuffer>;
  /** As it comes; each piece has the `timeout`. It holds a connection until it is read to its end or cancelled. */
  stream: ReadableStream<Uint8Array>;
}

/**
 * Any request below `/services/` of the org, for what has no method of its own: Apex REST, files, Tooling,
 * approvals, actions, reports. Session, limits, timeouts and errors are those of every call.
 *
 * @param path from `/services/` on, or after the version, as `/sobjects/Document/{id}/Body`
 * @returns the answer's JSON, undefined where it is empty; or what `as` says
 * @typeParam T what the JSON is taken for: it is not checked
 * @throws SettingsError where the path leads elsewhere, or the body cannot be sent
 * @throws ApiError the refusal
 * @throws DecodeError where the answer should be JSON and is not
 *
 * @example
 * const order = await sf.request<Order>("POST", "/services/apexrest/orders", { body: { sku: "A-1" } });
 * const file = await sf.request("GET", `/sobjects/ContentVersion/${id}/VersionData`, { as: "bytes" });
 */
export type Request = <T = unknown, As extends "json" | keyof AnswerForms = "json">(
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE",
  path: string,
  options?: RawRequestOptions & { as?: As },
) => Promise<As extends keyof AnswerForms ? AnswerForms[As] : T>;
