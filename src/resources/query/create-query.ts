import { itemsOf } from "../../async/items.js";
import type { CallOptions } from "../../http/call-options.js";
import type { Send } from "../../http/pipeline.js";
import type { WireRecord } from "../../http/schemas.js";
import { completeRows } from "./complete-rows.js";
import { firstPage, type QueryResource } from "./first-page.js";
import { pagesOf } from "./pages-of.js";
import type { Query } from "./query.js";

/** The smallest page there is, for those who want one row. */
const SMALLEST_PAGE = 200;

export interface QueryPlan<Row> {
  readonly soql: string;
  /** Text that asks for the first row alone, where it is known. */
  readonly firstSoql?: string;
  readonly resource: QueryResource;
  readonly toRows: (records: WireRecord[]) => Row[] | Promise<Row[]>;
}

/** A query that is sent when its rows are asked for. */
export function createQuery<Row>(plan: QueryPlan<Row>, send: Send, options: CallOptions = {}): Query<Row> {
  const toRows = async (records: WireRecord[]) => {
    await completeRows(records, send, options);
    return plan.toRows(records);
  };

  async function* rowPages() {
    const first = firstPage(plan.resource, plan.soql);
    for await (const page of pagesOf(first, send, options)) yield await toRows(page.records);
  }

  return {
    soql: plan.soql,
    pages: rowPages,
    async all() {
      const rows: Row[] = [];
      for await (const page of rowPages()) for (const row of page) rows.push(row);
      return rows;
    },
    async first() {
      const page = await send(firstPage(plan.resource, plan.firstSoql ?? plan.soql, SMALLEST_PAGE), options);
      const [row] = await toRows(page.records.slice(0, 1));
      return row ?? null;
    },
    [Symbol.asyncIterator]: () => itemsOf(rowPages()),
  };
}
