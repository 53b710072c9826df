import { globalFetch } from "./global-fetch.js";
import type { Transport } from "./pipeline.js";

/** Bytes from which on a body is handed over piece by piece. */
const LARGE_BODY = 1 << 18;

/** The global `fetch`, which is given large bodies piece by piece. */
export const largeBodyFetch: Transport = (url, init) =>
  init.body instanceof Uint8Array && init.body.length > LARGE_BODY
    ? streamedFetch(url, init, init.body)
    : globalFetch(url, init);

async function streamedFetch(url: string, init: RequestInit, body: Uint8Array) {
  const { streamedBody } = await import("./streamed-body.js");
  return globalFetch(url, streamedBody(init, body));
}
