import type { Transport } from "../http/pipeline.js";

/** Bytes from which on a body is handed over piece by piece. */
const LARGE_BODY = 1 << 18;

/** Looked up at each call, so that test tools can put theirs in its place. */
export const globalFetch: Transport = (url, init) =>
  init.body instanceof Uint8Array && init.body.length > LARGE_BODY
    ? streamedFetch(url, init, init.body)
    : globalThis.fetch(url, init);

async function streamedFetch(url: string, init: RequestInit, body: Uint8Array): Promise<Response> {
  const { streamedBody } = await import("../http/streamed-body.js");
  return globalThis.fetch(url, streamedBody(init, body));
}
