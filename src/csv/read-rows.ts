import { DecodeError } from "../errors.js";
import { LineBlocks } from "./line-blocks.js";
import { RowParser } from "./row-parser.js";

export interface ReadOptions {
  /** Between fields: one character. Default: a comma. */
  readonly delimiter?: string;
}

/**
 * The rows of CSV (RFC 4180) as it comes, the header row included, in lists of 8 KiB at most or of one row. Lines
 * end with a line feed or with both; blank ones are left out. Chunks may be cut anywhere, inside a character
 * too. A field that is kept holds on to the text of its own row at most, never to a chunk.
 *
 * @throws DecodeError where the text ends inside quotes or is not UTF-8
 */
export async function* readRows(
  chunks: AsyncIterable<Uint8Array>,
  { delimiter = "," }: ReadOptions = {},
): AsyncGenerator<string[][], void, undefined> {
  const blocks = new LineBlocks();
  const parser = new RowParser(delimiter);
  for await (const chunk of chunks) {
    for (const lines of blocks.push(chunk)) {
      const rows: string[][] = [];
      parser.push(lines, rows);
      if (rows.length > 0) yield rows;
    }
  }
  const last = blocks.end();
  if (last !== "") {
    const rows: string[][] = [];
    parser.push(`${last}\n`, rows);
    if (rows.length > 0) yield rows;
  }
  if (parser.isOpen) {
    throw new DecodeError("decode.csv", "The CSV ends inside quotes: a part of it is missing.");
  }
}
