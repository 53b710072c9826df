import { itemsOf } from "../../async/items.js";
import type { CallOptions } from "../../http/call-options.js";
import type { Operation } from "../../http/operation.js";
import type { Send } from "../../http/pipeline.js";
import type { QueryPage, WireRecord } from "../../http/schemas.js";
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

/** The records of a query in lists, from the page that an operation asks for to the last. */
export type ReadRecords = (
  first: Operation<QueryPage>,
  options: CallOptions,
) => AsyncGenerator<WireRecord[], void, undefined>;

/** Where queries are sent. */
export interface QueryChannel {
  readonly send: Send;
  /** Reads the records of a query as they are wanted, in lists of any length. Default: page by page. */
  readonly readRecords: ((soql: string) => ReadRecords | undefined) | undefined;
}

/** A query that is sent when its rows are asked for. */
export function createQuery<Row>(
  plan: QueryPlan<Row>,
  { send, readRecords }: QueryChannel,
  options: CallOptions = {},
): Query<Row> {
  const toRows = async (records: WireRecord[]) => {
    await completeRows(records, send, options);
    return plan.toRows(records);
  };

  async function* pageRecords(first: Operation<QueryPage>) {
    for await (const [{ records }] of pagesOf(first, send, options)) yield records;
  }

  async function* rowLists(read: ReadRecords) {
    const first = firstPage(plan.resource, plan.soql);
    for await (const records of read(first, options)) yield await toRows(records);
  }

  const read = readRecords?.(plan.soql) ?? pageRecords;
  return {
    soql: plan.soql,
    pages: () => rowLists(pageRecords),
    async all() {
      const rows: Row[] = [];
      for await (const list of rowLists(read)) for (const row of list) rows.push(row);
      return rows;
    },
    async first() {
      const page = await send(firstPage(plan.resource, plan.firstSoql ?? plan.soql, SMALLEST_PAGE), options);
      const [row] = await toRows(page.records.slice(0, 1));
      return row ?? null;
    },
    [Symbol.asyncIterator]: () => itemsOf(rowLists(read)),
  };
}
