import { itemsOf } from "../../async/items.js";
import type { PiecedList } from "../../async/list-on-demand.js";
import { pages } from "../../async/pages.js";
import { DecodeError } from "../../errors.js";
import type { CallOptions } from "../../http/call-options.js";
import { follow, type Operation, operation } from "../../http/operation.js";
import type { WireListViewPage } from "../../http/schemas.js";
import type { ListViewParts } from "./list-view-parts.js";
import type { ListedView } from "./list-views.js";
import { wrong } from "./wrong.js";

/** As many as Salesforce lists at a time. */
const LARGEST_PAGE = 2_000;

type Page = Operation<WireListViewPage>;

export function listedViews(
  object: string,
  args: unknown,
  { send }: ListViewParts,
  options: CallOptions = {},
): PiecedList<ListedView> {
  const first = firstPage(object, args);

  async function* lists(from: Page) {
    const fetch = (page: Page, signal: AbortSignal) => send(page, { ...options, signal });
    for await (const [page] of pages(from, { fetch, next: nextPage }, options.signal)) yield viewsOf(page);
  }

  return {
    pages: () => lists(first),
    async all() {
      const views: ListedView[] = [];
      for await (const list of lists(first)) views.push(...list);
      return views;
    },
    async first() {
      for await (const [view] of lists(first)) if (view !== undefined) return view;
      return null;
    },
    [Symbol.asyncIterator]: () => itemsOf(lists(first)),
  };
}

function firstPage(sobject: string, args: unknown): Page {
  const { recent, ...others } = (args ?? {}) as { recent?: unknown };
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    throw wrong(`\`${unknown}\` is not known.`, "`listViews` takes { recent: true }.");
  if (recent === true) return operation("get", "/sobjects/{sobject}/listviews/recent", { path: { sobject } });
  const query = { limit: LARGEST_PAGE };
  return operation("get", "/sobjects/{sobject}/listviews", { path: { sobject }, query });
}

/** @throws DecodeError where the page says that there are more, but not where */
function nextPage({ done, nextRecordsUrl }: WireListViewPage): Page | undefined {
  if (done) return undefined;
  if (typeof nextRecordsUrl === "string") return follow(nextRecordsUrl);
  throw new DecodeError("decode.page", "Salesforce says that there are more list views, but not where.");
}

function viewsOf({ listviews }: WireListViewPage): ListedView[] {
  return listviews.map(({ id, developerName, label, soqlCompatible }) => ({
    id,
    developerName,
    label,
    soqlCompatible,
  }));
}
