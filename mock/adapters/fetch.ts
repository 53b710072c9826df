import { ConnectionCut } from "../faults/connection-cut.js";

/** Makes a `fetch` whose requests a handler answers in process. */
export function createFetch(handler: (request: Request) => Promise<Response>): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const aborted = new Promise<never>((_resolve, reject) => {
      request.signal.addEventListener("abort", () => reject(request.signal.reason), { once: true });
    });
    return inflated(await Promise.race([handler(request).catch(networkError), aborted]));
  };
}

/** What `fetch` says where the connection was cut. */
function networkError(cause: unknown): never {
  if (cause instanceof ConnectionCut) throw new TypeError("fetch failed", { cause });
  throw cause;
}

/** `fetch` gives its caller the body as it was before compression, with the headers as they came. */
function inflated(response: Response): Response {
  if (response.body === null || response.headers.get("Content-Encoding") !== "gzip") return response;
  const { status, headers } = response;
  return new Response(response.body.pipeThrough(new DecompressionStream("gzip")), { status, headers });
}
