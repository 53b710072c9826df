import { type RowBlock, readBlocks, splitBlock } from "../../../csv/read-blocks.js";
import { RowParser } from "../../../csv/row-parser.js";
import { piecesOf } from "../../../http/answer-body.js";
import type { Reading } from "./checkpoint.js";
import { checkCount, checkWidths, isHeader, type PageReader } from "./page-reader.js";
import type { ResultPage } from "./query-requests.js";

/** Rows as the bytes that Salesforce sent. */
export interface CsvBlock {
  readonly length: number;
  readonly bytes: Uint8Array;
  /** Whether it is a page's header row, and nothing else. */
  readonly isHeader: boolean;
}

/** Reads the bytes of a page, the header row apart. */
export const pageBlocks: PageReader<CsvBlock> = async function* (page, reading, skip) {
  let seen = 0;
  for await (const { block, isHeader } of partsOf(page, reading)) {
    if (isHeader) {
      yield { length: 0, bytes: block.bytes, isHeader };
      continue;
    }
    const left = Math.max(0, skip - seen);
    seen += block.rows;
    if (block.isUnended) {
      // May be a part of a row.
      checkCount(seen, page);
      checkWidths([fieldsOf(block)], reading);
    }
    const { bytes, rows } = left > 0 ? splitBlock(block, left)[1] : block;
    if (bytes.length > 0) yield { length: rows, bytes, isHeader };
  }
  checkCount(seen, page);
};

async function* partsOf(page: ResultPage, reading: Reading) {
  if (page.body === undefined) return;
  let isFirst = true;
  for await (const block of readBlocks(piecesOf(page.body))) {
    if (!isFirst || block.rows === 0) {
      yield { block, isHeader: false };
      continue;
    }
    isFirst = false;
    // A part of the header row must not become the columns.
    if (block.isUnended) checkCount(0, page);
    const [first, others] = splitBlock(block, 1);
    yield { block: first, isHeader: isHeader(fieldsOf(first), reading) };
    if (others.bytes.length > 0) yield { block: others, isHeader: false };
  }
}

/** The fields of a row. */
function fieldsOf({ bytes }: RowBlock): string[] {
  const rows: string[][] = [];
  new RowParser(",").push(new TextDecoder().decode(bytes), rows);
  return rows[0] ?? [];
}
