import { backOffMs } from "../../../async/back-off.js";
import { sleep } from "../../../async/sleep.js";
import { isPassing } from "../is-passing.js";
import type { JobSettings } from "../job-options.js";
import type { BulkPlace, Reading } from "./checkpoint.js";
import type { PageReader, RowList } from "./page-reader.js";
import type { ResultPage } from "./query-requests.js";

export interface PageSource<List extends RowList> {
  readonly open: (locator: string | null) => Promise<ResultPage>;
  readonly read: PageReader<List>;
  readonly settings: JobSettings;
}

/**
 * The rows of a page from a place on, list by list as they come; returns the locator of the next page. Where
 * the connection is cut, the page is fetched again and what was given of it is skipped: Salesforce answers a
 * locator with the same rows as long as the job lives.
 */
export async function* readPage<List extends RowList>(
  reading: Reading,
  place: BulkPlace,
  { open, read, settings }: PageSource<List>,
): AsyncGenerator<List, string | null, undefined> {
  let given = place.rows;
  for (let failures = 0; ; failures++) {
    const before = given;
    try {
      const page = await open(place.locator);
      for await (const list of read(page, reading, given)) {
        given += list.length;
        yield list;
      }
      return page.next;
    } catch (error) {
      if (given > before) failures = 0;
      if (!isPassing(error) || failures >= settings.retry.times) throw error;
      await sleep(backOffMs(settings.retry, failures), settings.call.signal);
    }
  }
}
