/** Bytes that are handed over at a time. */
const PIECE = 1 << 18;

/**
 * A request whose body is handed to `fetch` piece by piece. Node's copies bytes, twice, before it sends any; of a
 * stream it holds what it is sending. Elsewhere the body stays as it is: browsers take streams over HTTP/2 only.
 */
export function streamedBody(init: RequestInit, body: Uint8Array): RequestInit {
  if (!isNode()) return init;
  const headers = new Headers(init.headers);
  headers.set("content-length", String(body.length));
  const streamed = { ...init, headers, body: piecesOf(body), duplex: "half" };
  return streamed;
}

function piecesOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream(
    {
      pull(controller) {
        controller.enqueue(bytes.subarray(at, at + PIECE));
        at += PIECE;
        if (at >= bytes.length) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}

/** Whether `fetch` is Node's. */
export function isNode(): boolean {
  const { process, document } = globalThis as { process?: { versions?: object }; document?: unknown };
  return process?.versions !== undefined && "undici" in process.versions && document === undefined;
}
