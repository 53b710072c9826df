import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { ConnectionCut } from "../faults/connection-cut.js";

const HOST = "127.0.0.1";
/** Longer than the URLs the org itself refuses, so that it is the org that answers them. */
const MAX_HEADER_BYTES = 128 * 1024;
/** Longer than a client under test is ever busy: a connection that ends as it is used again is cut. */
const KEEP_ALIVE_MS = 120_000;

export interface ListenOptions {
  /** Default: a free port. */
  port?: number;
}

/** A server that runs. */
export interface Listening {
  /** Such as `http://127.0.0.1:49152`. */
  readonly url: string;
  /** Answers no further requests, and resolves when every connection is closed. */
  close(): Promise<void>;
}

type Handler = (request: Request) => Promise<Response>;

/** Serves a handler over HTTP on the loopback address, bodies streamed both ways. */
export async function listen(handler: Handler, options: ListenOptions): Promise<Listening> {
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES, keepAliveTimeout: KEEP_ALIVE_MS });
  await listening(server, options.port ?? 0);
  const url = `http://${HOST}:${(server.address() as AddressInfo).port}`;
  server.on("request", (incoming, outgoing) => void answer(handler, url, incoming, outgoing));
  return { url, close: () => close(server) };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, HOST, resolve);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}

async function answer(
  handler: Handler,
  url: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  try {
    const gone = new AbortController();
    outgoing.once("close", () => gone.abort());
    await send(await handler(toRequest(url, incoming, gone.signal)), outgoing);
  } catch (error) {
    // The caller went away or sent what is no request: there is nothing more to say.
    if (outgoing.headersSent || error instanceof ConnectionCut) outgoing.destroy();
    else outgoing.writeHead(500).end();
  }
}

function toRequest(url: string, incoming: IncomingMessage, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const one of Array.isArray(value) ? value : [value ?? ""]) headers.append(name, one);
  }
  const method = incoming.method ?? "GET";
  const init: RequestInit & { duplex?: "half" } = { method, headers, signal };
  if (method !== "GET" && method !== "HEAD") {
    init.body = Readable.toWeb(incoming) as unknown as ReadableStream;
    init.duplex = "half";
  }
  return new Request(url + (incoming.url ?? "/"), init);
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null) outgoing.end();
  else await pipeline(Readable.fromWeb(response.body as unknown as NodeReadableStream), outgoing);
}
