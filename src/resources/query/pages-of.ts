import { pages } from "../../async/pages.js";
import type { CallOptions } from "../../http/call-options.js";
import type { Operation } from "../../http/operation.js";
import type { Send } from "../../http/pipeline.js";
import type { QueryPage } from "../../http/schemas.js";
import { nextPage } from "./next-page.js";

/** The page that an operation asks for and all that follow it. */
export function pagesOf(
  first: Operation<QueryPage>,
  send: Send,
  options: CallOptions,
): ReturnType<typeof pages<Operation<QueryPage>, QueryPage>> {
  const fetch = (page: Operation<QueryPage>, signal: AbortSignal) => send(page, { ...options, signal });
  return pages(first, { fetch, next: nextPage }, options.signal);
}
