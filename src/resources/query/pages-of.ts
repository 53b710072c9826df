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
): AsyncGenerator<QueryPage, void, undefined> {
  const source = {
    first: (signal: AbortSignal) => send(first, { ...options, signal }),
    next: (page: QueryPage, signal: AbortSignal) => {
      const next = nextPage(page);
      return next && send(next, { ...options, signal });
    },
  };
  return pages(source, options.signal);
}
