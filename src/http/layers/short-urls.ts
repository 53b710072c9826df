import { onDemand } from "../../async/on-demand.js";
import type { Layer } from "../pipeline.js";

/**
 * Salesforce refuses more than 16,384 bytes of URL and headers together (414, 431). The rest is left to
 * headers: access tokens in JWT form are long.
 */
const LONGEST_PATH = 12_000;

/** Sends a GET whose URL is too long in another form. */
export function shortUrls(): Layer {
  return (next) => {
    const inAnotherForm = onDemand(async () => (await import("../inside-another.js")).insideAnother);
    return (request, ending) => {
      const { path, method } = request;
      const isShort = path.length <= LONGEST_PATH || method !== "GET";
      return isShort ? next(request, ending) : inAnotherForm(request, next, ending);
    };
  };
}
