import { writeRow } from "../../../csv/write-row.js";
import type { Reading } from "./checkpoint.js";
import type { CsvBlock } from "./page-blocks.js";
import type { PlacedRows } from "./read-places.js";

/**
 * Writes CSV as it comes, with one header row, as fast as the stream takes it. Returns the number of rows.
 */
export async function writeResults(
  blocks: AsyncIterable<PlacedRows<CsvBlock>>,
  reading: Reading,
  stream: WritableStream<Uint8Array>,
  tell: () => void,
): Promise<number> {
  const writer = stream.getWriter();
  const write = async (bytes: Uint8Array) => {
    await writer.ready;
    await writer.write(bytes);
  };
  const before = reading.read;
  let hasHeader = before > 0;
  try {
    for await (const { place, rows: block } of blocks) {
      if (block.isHeader && hasHeader) continue;
      hasHeader = true;
      await write(block.bytes);
      place.rows += block.length;
      reading.read += block.length;
      if (block.length > 0) tell();
    }
    // What was read elsewhere, and had no rows.
    if (!hasHeader && reading.columns !== null) {
      await write(new TextEncoder().encode(writeRow(reading.columns)));
    }
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => {});
    throw error;
  }
  return reading.read - before;
}
