import { readRows } from "../../../csv/read-rows.js";
import { piecesOf } from "../../../http/answer-body.js";
import type { Reading } from "./checkpoint.js";
import { checkCount, checkWidths, isHeader, type PageReader } from "./page-reader.js";
import type { ResultPage } from "./query-requests.js";

/** Reads the fields of a page's rows. */
export const pageRows: PageReader<string[][]> = async function* (page, reading, skip) {
  let seen = 0;
  let last: string[] | undefined;
  for await (const rows of dataRows(page, reading)) {
    // Given when more has come: the last row of a body that was cut may be a part of one.
    if (last !== undefined) rows.unshift(last);
    last = rows.pop();
    const fresh = seen < skip ? rows.slice(skip - seen) : rows;
    seen += rows.length;
    if (fresh.length > 0) yield fresh;
  }
  if (last === undefined) return checkCount(0, page);
  checkCount(seen + 1, page);
  if (seen >= skip) yield [last];
};

/** Rows without the header row. */
async function* dataRows(page: ResultPage, reading: Reading) {
  if (page.body === undefined) return;
  let first: string[] | undefined;
  let isBegun = false;
  for await (const rows of readRows(piecesOf(page.body))) {
    if (!isBegun) {
      first ??= rows.shift();
      // What is alone may be a part of the header row.
      if (first === undefined || rows.length === 0) continue;
      isBegun = true;
      if (!isHeader(first, reading)) rows.unshift(first);
    }
    checkWidths(rows, reading);
    yield rows;
  }
  if (isBegun || first === undefined) return;
  // A part of the header row must not become the columns.
  if (reading.columns === null) checkCount(0, page);
  if (isHeader(first, reading)) return;
  checkWidths([first], reading);
  yield [first];
}
