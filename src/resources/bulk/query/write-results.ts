import { writeRow } from "../../../csv/write-row.js";
import type { Reading } from "./checkpoint.js";
import type { PlacedRows } from "./read-places.js";

/** Writes rows as CSV, one list after the other, as fast as the stream takes them. Returns their number. */
export async function writeResults(
  lists: AsyncIterable<PlacedRows>,
  reading: Reading,
  stream: WritableStream<Uint8Array>,
  tell: () => void,
): Promise<number> {
  const writer = stream.getWriter();
  const encoder = new TextEncoder();
  const write = async (rows: readonly (readonly string[])[]) => {
    await writer.ready;
    await writer.write(encoder.encode(rows.map((row) => writeRow(row)).join("")));
  };
  const before = reading.read;
  try {
    for await (const { place, rows } of lists) {
      const isStart = reading.read === 0;
      await write(isStart ? [reading.columns ?? [], ...rows] : rows);
      place.rows += rows.length;
      reading.read += rows.length;
      tell();
    }
    if (reading.read === 0 && reading.columns !== null) await write([reading.columns]);
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => {});
    throw error;
  }
  return reading.read - before;
}
