import { readRows } from "../../../csv/read-rows.js";
import { type AnswerBody, piecesOf } from "../../../http/answer-body.js";
import type { Reading } from "./checkpoint.js";
import { checkCount, checkWidths, isHeader, type PageReader } from "./page-reader.js";

/** Reads the fields of a page's rows. */
export const pageRows: PageReader<string[][]> = async function* (page, reading, skip) {
  let seen = 0;
  let last: string[] | undefined;
  for await (const rows of dataRows(page.body, reading)) {
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
async function* dataRows(body: AnswerBody | undefined, reading: Reading) {
  if (body === undefined) return;
  let isFirst = true;
  for await (const rows of readRows(piecesOf(body))) {
    const [first] = rows;
    if (isFirst && first !== undefined && isHeader(first, reading)) rows.shift();
    isFirst = false;
    checkWidths(rows, reading);
    if (rows.length > 0) yield rows;
  }
}
