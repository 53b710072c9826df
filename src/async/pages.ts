/** Fetches pages; what is under way when the reader stops is given up through the signal. */
export interface PageSource<Page> {
  first(signal: AbortSignal): Promise<Page>;
  /** The page that follows, or undefined after the last. */
  next(page: Page, signal: AbortSignal): Promise<Page> | undefined;
}

/**
 * Page after page. From the second one on, the next page is fetched while the reader is at work: one page ahead
 * and no more. Who stops at the first page has cost one request.
 *
 * @param signal ends the reading early
 */
export async function* pages<Page>(
  source: PageSource<Page>,
  signal?: AbortSignal,
): AsyncGenerator<Page, void, undefined> {
  const stop = new AbortController();
  const ended = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
  try {
    const first = await source.first(ended);
    yield first;
    let coming = source.next(first, ended);
    while (coming !== undefined) {
      const page: Page = await coming;
      coming = source.next(page, ended);
      // A failure is told when its page is asked for.
      coming?.catch(() => {});
      yield page;
    }
  } finally {
    stop.abort();
  }
}
