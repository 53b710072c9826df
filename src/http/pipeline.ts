import { ENDING, type Ending } from "../async/ending.js";
import { checkHeaders, checkTimeout } from "../settings/settings.js";
import { type Answer, succeeded } from "./answer.js";
import { type BodyReader, responseBody } from "./answer-body.js";
import type { AnswerHeaders } from "./answer-headers.js";
import type { CallOptions } from "./call-options.js";
import { connectionError } from "./connection-failure.js";
import { decode, type ReviveBody } from "./decode.js";
import { encodeBody, type Operation } from "./operation.js";

/** What is used of a `Response`. */
export interface TransportAnswer {
  readonly status: number;
  readonly headers: AnswerHeaders;
  /** As a web stream, of which the reader alone is used; null where there is none. */
  readonly body: { getReader(): BodyReader } | null;
  /** The whole body, decoded as UTF-8. */
  text(): Promise<string>;
}

/**
 * Sends one HTTP request: anything with the form of `fetch` fits. It must not follow redirects by itself
 * (`init.redirect` is `"manual"`) and ends when `init.signal` aborts.
 */
export type Transport = (url: string, init: RequestInit) => Promise<TransportAnswer>;

/** One request as plain data, so that it can be sent again. */
export interface WireRequest {
  readonly method: string;
  /** From `/services/` on. The host comes with the token. */
  readonly path: string;
  /** With lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly repeatable: boolean;
  /** Whether the body of the answer is wanted as it comes. */
  readonly streamed?: boolean;
  /** The caller's own. */
  readonly signal?: AbortSignal;
  /** When it is to be given up: for the caller's sake, or as its time is up. */
  readonly ending?: Ending;
  /** Milliseconds; Infinity for no limit. */
  readonly timeoutMs?: number;
}

/** A request whose host is known. */
export interface AddressedRequest extends WireRequest {
  readonly origin: string;
}

export type Handler<Request extends WireRequest = WireRequest> = (request: Request) => Promise<Answer>;

/** Adds one concern to a handler. */
export type Layer = (next: Handler) => Handler;

/** Puts layers around a handler, the first one outermost. */
export function compose(layers: readonly Layer[], innermost: Handler): Handler {
  return layers.reduceRight((next, layer) => layer(next), innermost);
}

/**
 * Where requests leave the house: sends one and reads the answer to its end, unless it is to be streamed.
 *
 * @throws ConnectionError where no whole answer came, and `signal.reason` where the request was aborted
 */
export function exchange(transport: Transport): Handler<AddressedRequest> {
  return async ({ method, origin, path, headers, body, ending, streamed }) => {
    ending?.throwIfAborted();
    const url = origin + path;
    try {
      const response = await transport(url, {
        method,
        headers: { ...headers },
        redirect: "manual",
        ...(body !== undefined && { body }),
        ...(ending !== undefined && { [ENDING]: ending }),
        get signal() {
          return ending?.signal ?? null;
        },
      });
      const parts = {
        // Browsers hide what a redirect says: its status is 0 there.
        status: response.status || 302,
        headers: response.headers,
      };
      if (streamed === true && succeeded(parts.status) && response.body !== null) {
        return { ...parts, text: "", stream: responseBody(response.body, url) };
      }
      return { ...parts, text: await response.text() };
    } catch (cause) {
      ending?.throwIfAborted();
      throw connectionError(url, cause);
    }
  };
}

/** Performs operations. */
export type Send = <T>(operation: Operation<T>, options?: CallOptions) => Promise<T>;

/** The path of a request from the host on. */
export function fullPath(path: string, apiVersion: string): string {
  return /^\/(services|id)\//.test(path) ? path : `/services/data/v${apiVersion}${path === "/" ? "" : path}`;
}

export interface SendSettings {
  readonly apiVersion: string;
  /** Headers of every request, with lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Looks at each answer before its operation does. */
  readonly revive?: ReviveBody | undefined;
}

/** Makes requests of operations, gives them to the handler, and results or errors of the answers. */
export function createSend(handler: Handler, settings: SendSettings): Send {
  return async (operation, options = {}) => {
    const request = toWire(operation, options, settings);
    return decode(operation, await handler(request), nameOf(request), settings.revive);
  };
}

function toWire(operation: Operation<unknown>, options: CallOptions, settings: SendSettings): WireRequest {
  const { method, path, body, contentType, repeatable, streamed } = operation;
  const { signal, timeout, headers } = options;
  return {
    method,
    path: fullPath(path, settings.apiVersion),
    headers: {
      accept: "application/json",
      ...(body !== undefined && { "content-type": contentType ?? "application/json; charset=utf-8" }),
      ...settings.headers,
      ...operation.headers,
      ...(headers !== undefined && checkHeaders(headers)),
    },
    repeatable,
    ...(body !== undefined && {
      body: contentType === undefined ? encodeBody(body) : (body as string | Uint8Array<ArrayBuffer>),
    }),
    ...(streamed !== undefined && { streamed }),
    ...(signal !== undefined && { signal }),
    ...(timeout !== undefined && { timeoutMs: checkTimeout(timeout, "timeout") }),
  };
}

/** Method and path without the query, which may hold personal data. */
export function nameOf(request: Pick<WireRequest, "method" | "path">): string {
  return `${request.method} ${withoutQuery(request.path)}`;
}

export function withoutQuery(path: string): string {
  return path.split("?", 1)[0] ?? path;
}
