import { ENDING, type Ending } from "../async/ending.js";
import { checkHeaders, checkTimeout } from "../settings/settings.js";
import { type Answer, parseBody, succeeded } from "./answer.js";
import type { BodyStream } from "./answer-body.js";
import type { AnswerHeaders } from "./answer-headers.js";
import type { CallOptions } from "./call-options.js";
import { connectionError } from "./connection-failure.js";
import { encodeBody, type Operation } from "./operation.js";
import { fullPath, withoutQuery } from "./org-path.js";
import type { Receive } from "./receive.js";
import type { HintFor } from "./refusal.js";
import type { Token } from "./token-source.js";

/** What is used of a `Response`. */
export interface TransportAnswer {
  readonly status: number;
  readonly headers: AnswerHeaders;
  /** As a web stream, of which the reader alone is used; null where there is none. */
  readonly body: BodyStream | null;
  /** The whole body, decoded as UTF-8. */
  text(): Promise<string>;
}

/**
 * Sends one HTTP request: anything with the form of `fetch` fits. It must not follow redirects by itself
 * (`init.redirect` is `"manual"`) and ends when `init.signal` aborts.
 */
export type Transport = (url: string, init: RequestInit) => Promise<TransportAnswer>;

/** A body that is handed over piece by piece. */
export interface PiecewiseBody {
  /** The pieces from the first on. */
  (): ReadableStream<Uint8Array>;
  /** Whether they are there once only: the request cannot be sent again then. */
  readonly isOnce: boolean;
}

/** A body that holds the token, as SOAP wants it: made when the token is known, and nowhere kept. */
export interface TokenBody {
  (token: Token): string;
  readonly isOnce: false;
}

/** What is sent as it is, in one piece. */
type WholeBody = string | Uint8Array<ArrayBuffer> | Blob;

/** One request as plain data, so that it can be sent again. */
export interface WireRequest {
  readonly method: string;
  /** From `/services/` on. The host comes with the token. */
  readonly path: string;
  /** With lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: WholeBody | PiecewiseBody | TokenBody | undefined;
  readonly repeatable: boolean;
  /** Whether it cannot be sent again whatever happens, since its body is gone then. */
  readonly isOnce?: boolean | undefined;
  /** Whether the server answers when it has something to tell: it takes no place, since others would wait behind it. */
  readonly isHeld?: boolean | undefined;
  /** How the answer is received, if not as text. */
  readonly receive?: Receive | undefined;
  /** The caller's own. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds; Infinity for no limit. */
  readonly timeoutMs?: number | undefined;
}

/**
 * Gets the answer to a request.
 *
 * @param ending when the request is to be given up: for the caller's sake, or as its time is up
 */
export type Handler = (request: WireRequest, ending?: Ending) => Promise<Answer>;

/** Sends a request to the host of a token, with the token. */
export type Exchange = (request: WireRequest, token: Token, ending?: Ending) => Promise<Answer>;

/** Adds one concern to a handler. */
export type Layer = (next: Handler) => Handler;

/** Puts layers around a handler, the first one outermost. */
export function compose(layers: readonly Layer[], innermost: Handler): Handler {
  return layers.reduceRight((next, layer) => layer(next), innermost);
}

/**
 * Where requests leave the house: sends one and receives the answer.
 *
 * @throws ConnectionError where no whole answer came, and `signal.reason` where the request was aborted
 */
export function exchange(transport: Transport): Exchange {
  const takesEnding = ENDING in transport;
  return async (request, token, ending) => {
    ending?.throwIfAborted();
    const url = token.instanceUrl + request.path;
    try {
      const init = toInit(request, token, takesEnding ? null : (ending?.signal ?? null));
      const response = await transport(url, takesEnding ? Object.assign(init, { [ENDING]: ending }) : init);
      const { headers } = response;
      // Browsers hide what a redirect says: its status is 0 there.
      const status = response.status || 302;
      const { receive } = request;
      const body = receive && succeeded(status) ? response.body : null;
      if (receive && body) return { status, headers, ...(await receive(body, url)) };
      return { status, headers, text: await response.text() };
    } catch (cause) {
      ending?.throwIfAborted();
      throw connectionError(url, cause);
    }
  };
}

/** Reads on in a parsed body: how values are given that JSON has as text. */
export type ReviveBody = (body: unknown) => Promise<unknown>;

/** Performs operations. */
export type Send = <T>(operation: Operation<T>, options?: CallOptions) => Promise<T>;

function toInit({ method, headers, body }: WireRequest, token: Token, signal: AbortSignal | null) {
  return {
    method,
    headers: { ...headers, authorization: `Bearer ${token.accessToken}` },
    redirect: "manual" as const,
    body: typeof body === "function" ? body(token) : (body ?? null),
    // The answer comes after the body: `fetch` takes no stream without it.
    duplex: "half",
    signal,
  };
}

export interface SendSettings {
  readonly apiVersion: string;
  /** Headers of every request, with lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Looks at each answer before its operation does. */
  readonly revive?: ReviveBody | undefined;
  /** Loads what is known of errors. */
  readonly hints?: (() => Promise<HintFor>) | undefined;
}

/**
 * Makes requests of operations, gives them to the handler, and results or errors of the answers.
 *
 * What is sent throws ApiError where Salesforce said no, DecodeError where the answer is not what the API promises.
 */
export function createSend(handler: Handler, settings: SendSettings): Send {
  return async (operation, options = {}) => {
    const request = toWire(operation, options, settings);
    const answer = await handler(request);
    if (!succeeded(answer.status)) {
      const { refusal } = await import("./refusal.js");
      throw refusal(answer, nameOf(request), await settings.hints?.());
    }
    const body = parseBody(answer.text);
    return operation.decode(settings.revive === undefined ? body : await settings.revive(body), answer);
  };
}

/**
 * The request of an operation.
 *
 * @throws SettingsError where an option cannot be sent
 */
export function toWire(
  operation: Operation<unknown>,
  options: CallOptions,
  settings: SendSettings,
): WireRequest {
  const { method, path, body, contentType, repeatable, receive } = operation;
  const { signal, timeout, headers: ofCall } = options;
  const headers: Record<string, string> = { accept: "application/json" };
  if (body !== undefined) headers["content-type"] = contentType ?? "application/json; charset=utf-8";
  return {
    method,
    path: fullPath(path, settings.apiVersion),
    headers: Object.assign(headers, settings.headers, operation.headers, ofCall && checkHeaders(ofCall)),
    repeatable,
    isOnce: (body as Partial<PiecewiseBody> | undefined)?.isOnce,
    body: contentType === undefined ? encodeBody(body) : (body as WholeBody | PiecewiseBody | TokenBody),
    receive,
    signal,
    timeoutMs: timeout === undefined ? undefined : checkTimeout(timeout, "timeout"),
  };
}

/** Method and path without the query, which may hold personal data. */
export function nameOf(request: Pick<WireRequest, "method" | "path">): string {
  return `${request.method} ${withoutQuery(request.path)}`;
}
