import { singleFlight } from "../../../async/single-flight.js";
import type { Reading } from "./checkpoint.js";
import { merged } from "./merged.js";
import type { PageList } from "./query-requests.js";
import { type PageSource, readPage } from "./read-page.js";

/** Rows as they come, and the place they are from: who gives them on, counts them there. */
export interface PlacedRows {
  readonly place: Reading["places"][number];
  readonly rows: string[][];
}

/** The rows of page after page: each page tells where the next one is. */
export async function* inSequence(
  reading: Reading,
  source: PageSource,
): AsyncGenerator<PlacedRows, void, undefined> {
  for (;;) {
    const [place] = reading.places;
    if (place === undefined) return;
    const locator = yield* placed(reading, place, source);
    reading.places = locator === null ? [] : [{ locator, rows: 0 }];
  }
}

/** The rows of several pages at a time, in the order they come. */
export function inParallel(
  reading: Reading,
  source: PageSource,
  list: (url: string) => Promise<PageList>,
  count: number,
): AsyncGenerator<PlacedRows, void, undefined> {
  const taken = new Set<PlacedRows["place"]>();
  const learnMore = singleFlight(async () => {
    const { locators, more } = await list(reading.more ?? "");
    reading.places.push(...locators.map((locator) => ({ locator, rows: 0 })));
    reading.more = more;
  });

  async function take(): Promise<PlacedRows["place"] | undefined> {
    for (;;) {
      const place = reading.places.find((candidate) => !taken.has(candidate));
      if (place !== undefined) {
        taken.add(place);
        return place;
      }
      if (reading.more === null) return undefined;
      await learnMore();
    }
  }

  async function* worker(): AsyncGenerator<PlacedRows, void, undefined> {
    for (let place = await take(); place !== undefined; place = await take()) {
      yield* placed(reading, place, source);
      reading.places.splice(reading.places.indexOf(place), 1);
    }
  }

  return merged(Array.from({ length: count }, worker));
}

async function* placed(
  reading: Reading,
  place: PlacedRows["place"],
  source: PageSource,
): AsyncGenerator<PlacedRows, string | null, undefined> {
  const pages = readPage(reading, place, source);
  try {
    for (;;) {
      const { done, value } = await pages.next();
      if (done) return value;
      yield { place, rows: value };
    }
  } finally {
    await pages.return(null);
  }
}
