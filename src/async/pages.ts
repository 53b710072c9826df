/** Page after page: `next` gives the one that follows, or undefined after the last. */
export async function* pages<Page>(
  first: () => Promise<Page>,
  next: (page: Page) => Promise<Page> | undefined,
): AsyncGenerator<Page, void, undefined> {
  let current: Promise<Page> | undefined = first();
  while (current !== undefined) {
    const page: Page = await current;
    yield page;
    current = next(page);
  }
}
