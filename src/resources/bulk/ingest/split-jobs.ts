import { JobBuilder, type JobRows, type Row } from "./job-rows.js";
import type { Records } from "./read-source.js";

/**
 * The records of a source, split into jobs; one job at a time is held.
 *
 * @param largest bytes of a job's CSV
 * @param tell is told how many records were read
 */
export async function* splitJobs(
  { inputs, columnsOf }: Records,
  largest: number,
  tell: (read: number) => void,
): AsyncGenerator<JobRows, void, undefined> {
  const builder = new JobBuilder(largest, columnsOf);
  let index = 0;
  for await (const input of inputs) {
    const row: Row = { index, input };
    if (!builder.add(row)) {
      yield builder.take();
      builder.add(row);
    }
    index++;
    tell(index);
  }
  if (!builder.isEmpty) yield builder.take();
}

/** Rows again that were sent before. */
export function* splitAgain(
  rows: readonly Row[],
  { columnsOf }: Records,
  largest: number,
): Generator<JobRows, void, undefined> {
  const builder = new JobBuilder(largest, columnsOf);
  for (const row of rows) {
    if (builder.add(row)) continue;
    yield builder.take();
    builder.add(row);
  }
  if (!builder.isEmpty) yield builder.take();
}
