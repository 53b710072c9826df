import type { Layer } from "../pipeline.js";

/**
 * Salesforce refuses more than 16,384 bytes of URL and headers together (414, 431). The rest is left to
 * headers: access tokens in JWT form are long.
 */
const LONGEST_PATH = 12_000;

/** Sends a GET whose URL is too long in another form. */
export function shortUrls(): Layer {
  return (next) => async (request) => {
    const { path, method, streamed } = request;
    if (path.length <= LONGEST_PATH || method !== "GET" || streamed === true) return next(request);
    const { throughComposite } = await import("../through-composite.js");
    return throughComposite(request, next);
  };
}
