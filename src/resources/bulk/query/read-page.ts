import { backOffMs } from "../../../async/back-off.js";
import { sleep } from "../../../async/sleep.js";
import { readRows } from "../../../csv/read-rows.js";
import { DecodeError } from "../../../errors.js";
import { type AnswerBody, piecesOf } from "../../../http/answer-body.js";
import { isPassing } from "../is-passing.js";
import type { JobSettings } from "../job-options.js";
import type { BulkPlace, Reading } from "./checkpoint.js";
import type { ResultPage } from "./query-requests.js";

export interface PageSource {
  readonly open: (locator: string | null) => Promise<ResultPage>;
  readonly settings: JobSettings;
}

/**
 * The rows of a page from a place on, list by list as they come; returns the locator of the next page. Where
 * the connection is cut, the page is fetched again and what was given of it is skipped: Salesforce answers a
 * locator with the same rows as long as the job lives.
 */
export async function* readPage(
  reading: Reading,
  place: BulkPlace,
  { open, settings }: PageSource,
): AsyncGenerator<string[][], string | null, undefined> {
  let given = place.rows;
  for (let failures = 0; ; failures++) {
    const before = given;
    try {
      const page = await open(place.locator);
      let seen = 0;
      let last: string[][] = [];
      for await (const rows of dataRows(page.body, reading)) {
        given += last.length;
        // Given when more has come: the last row of a body that was cut may be a part of one.
        if (last.length > 0) yield last;
        last = seen < given ? rows.slice(given - seen) : rows;
        seen += rows.length;
      }
      checkCount(seen, page.count);
      given += last.length;
      if (last.length > 0) yield last;
      return page.next;
    } catch (error) {
      if (given > before) failures = 0;
      if (!isPassing(error) || failures >= settings.retry.times) throw error;
      await sleep(backOffMs(settings.retry, failures), settings.call.signal);
    }
  }
}

/** Rows without the header row that each page begins with. */
async function* dataRows(body: AnswerBody | undefined, reading: Reading) {
  if (body === undefined) return;
  let isFirst = true;
  for await (const rows of readRows(piecesOf(body))) {
    const header = isFirst ? rows[0] : undefined;
    isFirst = false;
    if (header !== undefined) {
      reading.columns ??= header;
      if (sameFields(header, reading.columns)) rows.shift();
    }
    checkWidths(rows, reading.columns?.length ?? 0);
    if (rows.length > 0) yield rows;
  }
}

function sameFields(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((field, index) => field === others[index]);
}

function checkWidths(rows: readonly string[][], width: number): void {
  if (rows.every((row) => row.length === width)) return;
  throw new DecodeError("decode.page", `A row of the results has not as many fields as there are columns.`);
}

/** A proxy may end a body that was cut as if it were whole. */
function checkCount(seen: number, count: number | undefined): void {
  if (count === undefined || count === seen) return;
  throw new DecodeError("decode.page", `A page of results has ${seen} rows instead of ${count}.`);
}
