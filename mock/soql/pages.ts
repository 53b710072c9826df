import type { Cursors } from "./cursors.js";
import type { ResultSet } from "./result-set.js";

/** One page of a result, as answers carry it. */
export interface QueryAnswer {
  readonly totalSize: number;
  readonly done: boolean;
  readonly nextRecordsUrl?: string;
  readonly records: readonly unknown[];
}

/** The first page of a result; the rest is kept for its locator. */
export function firstPage(
  results: ResultSet,
  batchSize: number,
  cursors: Cursors,
  dataPath: string,
): QueryAnswer {
  const id = results.length > batchSize ? cursors.open(results, batchSize) : "";
  return page(results, 0, batchSize, id, dataPath);
}

/** The page a locator names. */
export function laterPage(locator: string, cursors: Cursors, dataPath: string): QueryAnswer {
  const { id, results, from, batchSize } = cursors.find(locator);
  return page(results, from, batchSize, id, dataPath);
}

function page(results: ResultSet, from: number, size: number, id: string, dataPath: string): QueryAnswer {
  const to = from + size;
  const records = results.rows(from, to);
  if (to >= results.length) return { totalSize: results.totalSize, done: true, records };
  const nextRecordsUrl = `${dataPath}/query/${id}-${to}`;
  return { totalSize: results.totalSize, done: false, nextRecordsUrl, records };
}
