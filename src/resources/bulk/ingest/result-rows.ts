import { backOffMs } from "../../../async/back-off.js";
import { sleep } from "../../../async/sleep.js";
import { readRows } from "../../../csv/read-rows.js";
import { DecodeError } from "../../../errors.js";
import { isPassing } from "../is-passing.js";
import type { JobSettings } from "../job-options.js";

/**
 * The rows of a job's results as they come, without the header row. Where the connection is cut they are fetched again, and
 * what was given of them is skipped.
 *
 * @param count how many there are, where that is known
 */
export async function* resultRows(
  open: () => Promise<AsyncIterable<Uint8Array>>,
  count: number | undefined,
  { retry, call }: JobSettings,
): AsyncGenerator<string[][], void, undefined> {
  let given = 0;
  for (let failures = 0; ; failures++) {
    const before = given;
    try {
      // The header row is the first. A row is given when more has come: the last may be cut.
      let seen = -1;
      let last: string[] | undefined;
      for await (const rows of readRows(await open())) {
        const known = given + (last === undefined ? 0 : 1) - seen;
        seen += rows.length;
        if (known >= rows.length) continue;
        const further = known > 0 ? rows.slice(known) : rows;
        if (last !== undefined) further.unshift(last);
        last = further.pop();
        given += further.length;
        yield further;
      }
      checkCount(seen, count);
      if (last !== undefined) yield [last];
      return;
    } catch (error) {
      if (given > before) failures = 0;
      if (!isPassing(error) || failures >= retry.times) throw error;
      await sleep(backOffMs(retry, failures), call.signal);
    }
  }
}

/** A proxy may end a body that was cut as if it were whole. */
function checkCount(seen: number, count: number | undefined): void {
  if (count === undefined || seen >= count) return;
  throw new DecodeError("decode.page", `The results of a job have ${seen} rows instead of ${count}.`);
}
