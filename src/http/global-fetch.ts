import type { Transport } from "./pipeline.js";

/** Looked up at each call, so that test tools can put theirs in its place. */
export const globalFetch: Transport = (url, init) => globalThis.fetch(url, init);
