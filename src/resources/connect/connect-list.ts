import { itemsOf } from "../../async/items.js";
import type { PiecedList } from "../../async/list-on-demand.js";
import { pages } from "../../async/pages.js";
import type { CallOptions } from "../../http/call-options.js";
import { follow, type Operation } from "../../http/operation.js";
import type { Send } from "../../http/pipeline.js";
import { AS_IT_IS } from "./as-it-is.js";

/** A list of the Connect API: its first page, and what is read of each. */
export interface ConnectList<Page, T> {
  readonly first: Operation<Page>;
  readonly itemsIn: (page: Page) => readonly T[];
  /** At most so many. */
  readonly limit?: number;
}

/** Reads a list page by page, by the link that each page has to the next one. */
export function connectList<Page extends { nextPageUrl?: string | null }, T>(
  { first, itemsIn, limit = Number.POSITIVE_INFINITY }: ConnectList<Page, T>,
  send: Send,
  options: CallOptions = {},
): PiecedList<T> {
  async function* lists() {
    let left = limit;
    const fetch = async (link: Operation<Page>, signal: AbortSignal) => {
      const page = await send(link, { ...options, signal });
      return { items: itemsIn(page), nextPageUrl: page.nextPageUrl };
    };
    // Asked once of each page, before the next one is fetched: so none is that nobody wants.
    const next = ({
      items,
      nextPageUrl,
    }: {
      items: readonly T[];
      nextPageUrl?: string | null | undefined;
    }) => {
      left -= items.length;
      return nextPageUrl && left > 0 ? { ...follow<Page>(nextPageUrl), headers: AS_IT_IS } : undefined;
    };
    let given = 0;
    for await (const [{ items }] of pages(first, { fetch, next }, options.signal)) {
      const wanted = items.slice(0, limit - given);
      given += wanted.length;
      yield wanted;
    }
  }

  return {
    pages: lists,
    async all() {
      const found: T[] = [];
      for await (const list of lists()) found.push(...list);
      return found;
    },
    async first() {
      for await (const [item] of lists()) if (item !== undefined) return item;
      return null;
    },
    [Symbol.asyncIterator]: () => itemsOf(lists()),
  };
}
