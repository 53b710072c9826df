import { sleep } from "../../../async/sleep.js";
import { JobBuilder, type JobRows, type Row, type RowReader } from "./job-rows.js";
import type { Records } from "./read-source.js";

/** Bytes after which others get a turn: uploads, timers and whoever else the program serves. */
const TURN_BYTES = 4_000_000;

/**
 * The records of a source, split into jobs; one job at a time is held.
 *
 * @param largest bytes of a job's CSV
 * @param tell is told how many records were read
 */
export async function* splitJobs(
  { lists, reader }: Records,
  largest: number,
  tell: (read: number) => void,
): AsyncGenerator<JobRows, void, undefined> {
  const builder = new JobBuilder(largest, reader);
  let index = 0;
  let turnEnd = TURN_BYTES;
  for await (const list of lists) {
    for (const input of list) {
      const row: Row = { index, input };
      if (!builder.add(row)) {
        yield builder.take();
        builder.add(row);
        turnEnd = TURN_BYTES;
      }
      index++;
      tell(index);
      if (builder.bytes < turnEnd) continue;
      await sleep(0);
      turnEnd = builder.bytes + TURN_BYTES;
    }
  }
  if (!builder.isEmpty) yield builder.take();
}

/** Rows again that were sent before. */
export function* splitAgain(
  rows: readonly Row[],
  reader: RowReader,
  largest: number,
): Generator<JobRows, void, undefined> {
  const builder = new JobBuilder(largest, reader);
  for (const row of rows) {
    if (builder.add(row)) continue;
    yield builder.take();
    builder.add(row);
  }
  if (!builder.isEmpty) yield builder.take();
}
