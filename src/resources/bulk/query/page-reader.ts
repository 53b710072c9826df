import { DecodeError } from "../../../errors.js";
import type { Reading } from "./checkpoint.js";
import type { ResultPage } from "./query-requests.js";

/** Rows of a page, in one form or the other. */
export interface RowList {
  /** How many rows there are. */
  readonly length: number;
}

/**
 * Gives the rows of a page behind the first `skip` ones, list by list as they come, and only such as are known to
 * be whole. The header row that each page begins with is no row.
 *
 * @throws DecodeError where the page is not whole
 */
export type PageReader<List extends RowList> = (
  page: ResultPage,
  reading: Reading,
  skip: number,
) => AsyncGenerator<List, void, undefined>;

/** Whether a page's first row is the header; where the columns are not known yet, it tells them. */
export function isHeader(row: readonly string[], reading: Reading): boolean {
  reading.columns ??= row;
  const { columns } = reading;
  return row.length === columns.length && row.every((field, index) => field === columns[index]);
}

export function checkWidths(rows: readonly string[][], { columns }: Reading): void {
  const width = columns?.length ?? 0;
  if (rows.every((row) => row.length === width)) return;
  throw new DecodeError("decode.page", `A row of the results has not as many fields as there are columns.`);
}

/** A proxy may end a body that was cut as if it were whole. */
export function checkCount(seen: number, { count }: ResultPage): void {
  if (count === undefined || count === seen) return;
  throw new DecodeError("decode.page", `A page of results has ${seen} rows instead of ${count}.`);
}
