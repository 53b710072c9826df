import { DecodeError } from "../errors.js";
import { joined } from "./joined.js";
import { RowEnds } from "./row-ends.js";

const LINE_FEED = Uint8Array.of(0x0a);

/** Whole rows of CSV, as the bytes they came in. */
export interface RowBlock {
  readonly bytes: Uint8Array;
  readonly rows: number;
  /** Whether the line feed that ends it was missing, and added. */
  readonly isUnended: boolean;
}

/**
 * The rows of CSV as it comes, byte for byte, a block for each chunk that ends any; the last row is alone where no
 * line feed ends it. Chunks may be cut anywhere. Blank lines come along, and are not counted.
 *
 * @throws DecodeError where the text ends inside quotes
 */
export async function* readBlocks(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<RowBlock, void, undefined> {
  const ends = new RowEnds();
  let pending: Uint8Array[] = [];
  for await (const chunk of chunks) {
    const { rows, end } = ends.find(chunk);
    if (end > 0) {
      const bytes = chunk.subarray(0, end);
      const isWhole = pending.length === 0;
      yield { bytes: isWhole ? bytes : joined([...pending, bytes]), rows, isUnended: false };
      pending = [];
    }
    if (end < chunk.length) pending.push(chunk.subarray(end));
  }
  if (ends.isInQuotes) {
    throw new DecodeError("decode.csv", "The CSV ends inside quotes: a part of it is missing.");
  }
  const bytes = joined([...pending, LINE_FEED]);
  const { rows } = new RowEnds().find(bytes);
  if (rows > 0) yield { bytes, rows, isUnended: true };
}

/** The first rows of a block, one or more, and the others. */
export function splitBlock({ bytes, rows, isUnended }: RowBlock, count: number): [RowBlock, RowBlock] {
  const first = new RowEnds().find(bytes, count);
  return [
    { bytes: bytes.subarray(0, first.end), rows: first.rows, isUnended },
    { bytes: bytes.subarray(first.end), rows: rows - first.rows, isUnended },
  ];
}
