/** Fetches pages; what is under way when the reader stops is given up through the signal. */
export interface PageSource<Link, Page> {
  /** @param onNext is told what follows, where that is known before the page is whole */
  fetch(link: Link, signal: AbortSignal, onNext: (next: Link) => void): Promise<Page>;
  /** Leads to the page that follows; undefined after the last. */
  next(page: Page): Link | undefined;
}

/** A page that was asked for. */
interface Coming<Link, Page> {
  readonly page: Promise<Page>;
  following?: Coming<Link, Page> | undefined;
  /** Where the one leads that follows, once that is known. */
  next?: Link | undefined;
}

/**
 * Page after page, each with a function that says that the reader is done with it: two pages are held, and no more.
 * From the second one on, the next page is fetched while the reader is at work; and the one after it as well, when
 * the reader is done, as soon as it is known. Who stops at the first page has cost one request.
 *
 * @param signal ends the reading early
 */
export async function* pages<Link, Page>(
  first: Link,
  source: PageSource<Link, Page>,
  signal?: AbortSignal,
): AsyncGenerator<readonly [page: Page, goOn: () => void], void, undefined> {
  type ComingPage = Coming<Link, Page>;
  const stop = new AbortController();
  const ended = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
  let awaited: ComingPage | undefined;
  const ask = (link: Link): ComingPage => {
    const coming: ComingPage = {
      page: source.fetch(link, ended, (next) => {
        coming.next = next;
        if (awaited === coming) follow(coming);
      }),
    };
    // A failure is told when the page is asked for.
    coming.page.catch(() => {});
    return coming;
  };
  const follow = (coming: ComingPage) => {
    if (coming.next !== undefined) coming.following ??= ask(coming.next);
  };
  const goOn = (coming: ComingPage | undefined) => {
    awaited = coming;
    if (coming !== undefined) follow(coming);
  };
  try {
    let coming = ask(first);
    for (let isFirst = true; ; isFirst = false) {
      const page = await coming.page;
      const turn = [page, () => goOn(coming.following)] as const;
      awaited = undefined;
      if (isFirst) yield turn;
      coming.next = source.next(page);
      follow(coming);
      if (!isFirst) yield turn;
      if (coming.following === undefined) return;
      coming = coming.following;
      goOn(coming);
    }
  } finally {
    stop.abort();
  }
}
