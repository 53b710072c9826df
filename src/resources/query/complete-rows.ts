import type { CallOptions } from "../../http/call-options.js";
import type { Send } from "../../http/pipeline.js";
import type { QueryPage, WireRecord } from "../../http/schemas.js";
import { nextPage } from "./next-page.js";
import { pagesOf } from "./pages-of.js";

/**
 * Puts the rows of further pages into child results that have any, at every depth. Salesforce answers the
 * first children only where a parent has many.
 */
export async function completeRows(
  rows: readonly WireRecord[],
  send: Send,
  options: CallOptions,
): Promise<void> {
  const results: QueryPage[] = [];
  for (const row of rows) for (const field in row) if (isResult(row[field])) results.push(row[field]);
  await Promise.all(results.map((result) => complete(result, send, options)));
}

async function complete(result: QueryPage, send: Send, options: CallOptions): Promise<void> {
  const rest = nextPage(result);
  if (rest !== undefined) {
    for await (const [{ records }] of pagesOf(rest, send, options)) result.records.push(...records);
    result.done = true;
    delete result.nextRecordsUrl;
  }
  await completeRows(result.records, send, options);
}

function isResult(value: unknown): value is QueryPage {
  return typeof value === "object" && value !== null && Array.isArray((value as Partial<QueryPage>).records);
}
