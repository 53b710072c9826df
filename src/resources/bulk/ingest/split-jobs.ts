import { sleep } from "../../../async/sleep.js";
import { JobBuilder } from "./job-builder.js";
import type { JobRows, Row } from "./job-rows.js";
import type { Records } from "./read-source.js";
import type { RowReader } from "./row-reader.js";

/** Bytes after which others get a turn: uploads, timers and whoever else the program serves. */
const TURN_BYTES = 1_000_000;

/**
 * The records of a source, split into jobs; one job at a time is held.
 *
 * @param largest bytes of a job's CSV
 * @param keepsInputs whether records are wanted again themselves, and not such as equal them
 * @param tell is told how many records were read
 */
export async function* splitJobs(
  records: Records,
  largest: number,
  keepsInputs: boolean,
  tell: (read: number) => void,
): AsyncGenerator<JobRows, void, undefined> {
  let builder: JobBuilder | undefined;
  let read = 0;
  let turnEnd = TURN_BYTES;
  for await (const list of records.lists) {
    builder ??= new JobBuilder({
      largest,
      reader: records.reader,
      keepsInputs: keepsInputs || records.isHeld,
    });
    for (const input of list) {
      if (!builder.add(input)) {
        yield builder.take();
        builder.add(input);
        turnEnd = TURN_BYTES;
      }
      tell(++read);
      if (builder.bytes < turnEnd) continue;
      await sleep(0);
      turnEnd = builder.bytes + TURN_BYTES;
    }
  }
  if (builder?.isEmpty === false) yield builder.take();
}

/** Rows again that were sent before. */
export function* splitAgain(
  rows: readonly Row[],
  reader: RowReader,
  largest: number,
): Generator<JobRows, void, undefined> {
  const indexOf = (place: number) => rows[place]?.index ?? place;
  const builder = new JobBuilder({ largest, reader, keepsInputs: true, indexOf });
  for (const { input } of rows) {
    if (builder.add(input)) continue;
    yield builder.take();
    builder.add(input);
  }
  if (!builder.isEmpty) yield builder.take();
}
