import type { CallOptions } from "./call-options.js";
import type { Operation } from "./operation.js";

type QueryValue = string | number | boolean;

/** `Uint8Array<ArrayBuffer>`, which compilers before 5.7 cannot read. */
type OwnBytes = ReturnType<Uint8Array["slice"]>;

/** What `sf.request` makes of an answer, by the name of the form. */
export interface AnswerForms<T> {
  /** The JSON, just as it is on the wire; undefined where the answer is empty. Anything else is a DecodeError. */
  json: T;
  /** The body, decoded as UTF-8. */
  text: string;
  /** The body as one piece. It has to come within the `timeout`. */
  bytes: OwnBytes;
  /**
   * The body as it comes: nothing is read ahead of those who ask, and each piece has the `timeout`. It holds a
   * connection until it is read to its end, cancelled, or the `signal` aborts.
   */
  stream: ReadableStream<Uint8Array>;
  /**
   * Status, headers and body, whatever the status: a refusal is an answer here, not an exception, after retries
   * and a renewal. For Apex REST with errors of its own. The body is a stream as above.
   */
  response: Response;
}

export type AnswerFormName = keyof AnswerForms<unknown>;
/** The forms that the bytes of a file are given in. */
export type BlobFormName = Exclude<AnswerFormName, "json">;

/** Options of `sf.request`. */
export interface RequestCall<As extends AnswerFormName = "json"> extends CallOptions {
  /** Added to the path, percent-encoded. Lists are comma-separated; what is undefined is left out. */
  query?: Readonly<Record<string, QueryValue | readonly QueryValue[] | undefined>>;
  /**
   * Sent as JSON, but for bytes, a Blob, FormData and URLSearchParams, which are sent as what they are, and text,
   * which needs a `contentType`. Files are held in memory while they are sent. Of FormData, parts that are JSON
   * are sent as Salesforce wants its first part: with their type and without a file name.
   */
  body?: unknown;
  /** What the body is. Default: what `body` says of itself. */
  contentType?: string;
  /**
   * Whether doing it twice is the same as doing it once: it is sent again then where no answer came.
   * Default: GET is, all others are not, since nothing is known of what a path does. PATCH and DELETE of a record
   * and a PUT often are: say so.
   */
  repeatable?: boolean;
  /** The form of the result. Default: `"json"`. */
  as?: As;
}

/**
 * Any path below `/services/` of the org, with the session, renewal, retries, limits and errors of all other calls:
 * Apex REST, Tooling, UI API, analytics, Connect.
 *
 * @param path with a leading slash: below `/services/data/v{version}`, or whole where it begins with `/services/`.
 * Values in it need `encodeURIComponent`
 * @throws SettingsError before anything is sent, as for a path that leads elsewhere; ApiError and its classes,
 * AuthError, ConnectionError, TimeoutError, DecodeError, and `signal.reason`
 *
 * @example
 * const order = await sf.request<Order>("GET", "/services/apexrest/orders/17");
 * const pdf = await sf.request("GET", `/sobjects/ContentVersion/${id}/VersionData`, { as: "bytes" });
 */
export type RunRequest = <T = unknown, As extends AnswerFormName = "json">(
  method: Operation<unknown>["method"],
  path: string,
  options?: RequestCall<As>,
) => Promise<AnswerForms<T>[As]>;
