import {
  type ClientRequest,
  Agent as HttpAgent,
  request as httpRequest,
  type OutgoingHttpHeaders,
} from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { Readable } from "node:stream";
import { ENDING, type Ending, endingOf } from "../../async/ending.js";
import { SettingsError } from "../../errors.js";
import type { Transport, TransportAnswer } from "../../http/pipeline.js";
import { MessageAnswer } from "./answer.js";
import { blobBody, type NodeBody, nodeBody } from "./request-body.js";

export interface NodeTransportOptions {
  /** Connections kept open to a host; requests beyond them wait. Default: 25, as many as a client sends at a time. */
  connections?: number;
  /** Milliseconds that a connection without a request is kept open. Default: 30,000. */
  idleMs?: number;
}

/** A transport over connections that are kept open. */
export interface NodeTransport extends Transport {
  /** Closes the connections that are kept open. Without it they do not keep the process alive either. */
  close(): void;
}

/**
 * Sends requests over Node's own HTTP client, which takes less of the processor than its `fetch`. Give it to as
 * many clients as there are: they share its connections. Redirects are not followed, proxies not used.
 *
 * @throws SettingsError where an option is no number of at least 1
 *
 * @example
 * const sf = createClient({ ...options, transport: nodeTransport() });
 */
export function nodeTransport(options: NodeTransportOptions = {}): NodeTransport {
  const { connections = 25, idleMs = 30_000 } = options;
  const settings = {
    keepAlive: true,
    maxSockets: atLeastOne(connections, "connections"),
    timeout: atLeastOne(idleMs, "idleMs"),
    // The connection last used is the least likely to have been closed by the server.
    scheduling: "lifo",
  } as const;
  const plain = new HttpAgent(settings);
  const secure = new HttpsAgent(settings);
  const transport: Transport = async (url, init) => {
    const body = init.body instanceof Blob ? await blobBody(init.body) : nodeBody(init.body);
    const isSecure = url.startsWith("https:");
    const request = (isSecure ? httpsRequest : httpRequest)(url, {
      agent: isSecure ? secure : plain,
      method: init.method ?? "GET",
      headers: headersOf(init.headers, lengthOf(body, init.body)),
    });
    return exchanged(request, body, endingIn(init));
  };
  return Object.assign(transport, {
    [ENDING]: true,
    close() {
      plain.destroy();
      secure.destroy();
    },
  });
}

/** Not given to Node as a signal, which would cost as much as the rest of the request. */
function endingIn(init: RequestInit & { readonly [ENDING]?: Ending }): Ending | undefined {
  return init[ENDING] ?? (init.signal ? endingOf(init.signal) : undefined);
}

function exchanged(
  request: ClientRequest,
  body: NodeBody,
  ending: Ending | undefined,
): Promise<TransportAnswer> {
  return new Promise((resolve, reject) => {
    if (ending !== undefined) {
      const give = () =>
        void request.destroy(new Error("The request was given up.", { cause: ending.reason }));
      if (ending.aborted) give();
      request.once("close", ending.onAbort(give));
    }
    request.on("response", (message) => resolve(new MessageAnswer(message)));
    request.on("error", reject);
    if (body instanceof Readable) sendPieces(body, request, reject);
    else request.end(body);
  });
}

/** The answer may come before the last piece, and without it: then the rest is not read. */
function sendPieces(body: Readable, request: ClientRequest, reject: (reason: unknown) => void): void {
  body.on("error", (error) => {
    request.destroy(error);
    reject(error);
  });
  request.once("close", () => body.destroy());
  body.pipe(request);
}

/** Undefined where it is not known, or the headers say it. */
function lengthOf(body: NodeBody, given: RequestInit["body"]): number | undefined {
  if (given instanceof Blob) return given.size;
  return body === undefined || body instanceof Readable ? undefined : Buffer.byteLength(body);
}

function headersOf(given: RequestInit["headers"], length: number | undefined): OutgoingHttpHeaders {
  const isPlain = typeof given === "object" && !Array.isArray(given) && !(given instanceof Headers);
  const headers: OutgoingHttpHeaders = {
    "accept-encoding": "gzip, deflate, br",
    ...(isPlain ? (given as OutgoingHttpHeaders) : Object.fromEntries(new Headers(given))),
  };
  if (length !== undefined) headers["content-length"] = length;
  return headers;
}

function atLeastOne(value: number, option: string): number {
  if (Number.isFinite(value) && value >= 1) return value;
  throw new SettingsError("settings.transport", `\`${option}\` of nodeTransport is no number of at least 1.`);
}
