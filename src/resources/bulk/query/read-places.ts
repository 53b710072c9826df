import { singleFlight } from "../../../async/single-flight.js";
import type { Reading } from "./checkpoint.js";
import { merged } from "./merged.js";
import type { RowList } from "./page-reader.js";
import type { PageList } from "./query-requests.js";
import { type PageSource, readPage } from "./read-page.js";

/** Rows as they come, and the place they are from: who gives them on, counts them there. */
export interface PlacedRows<List extends RowList> {
  readonly place: Place;
  readonly rows: List;
}

type Place = Reading["places"][number];

/** The rows of page after page: each page tells where the next one is. */
export async function* inSequence<List extends RowList>(
  reading: Reading,
  source: PageSource<List>,
): AsyncGenerator<PlacedRows<List>, void, undefined> {
  for (;;) {
    const [place] = reading.places;
    if (place === undefined) return;
    const locator = yield* placed(reading, place, source);
    reading.places = locator === null ? [] : [{ locator, rows: 0 }];
  }
}

/** The rows of several pages at a time, in the order they come. */
export function inParallel<List extends RowList>(
  reading: Reading,
  source: PageSource<List>,
  list: (url: string) => Promise<PageList>,
  count: number,
): AsyncGenerator<PlacedRows<List>, void, undefined> {
  const taken = new Set<Place>();
  const learnMore = singleFlight(async () => {
    const { locators, more } = await list(reading.more ?? "");
    reading.places.push(...locators.map((locator) => ({ locator, rows: 0 })));
    reading.more = more;
  });

  async function take(): Promise<Place | undefined> {
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

  async function* worker(): AsyncGenerator<PlacedRows<List>, void, undefined> {
    for (let place = await take(); place !== undefined; place = await take()) {
      yield* placed(reading, place, source);
      reading.places.splice(reading.places.indexOf(place), 1);
    }
  }

  return merged(Array.from({ length: count }, worker));
}

async function* placed<List extends RowList>(
  reading: Reading,
  place: Place,
  source: PageSource<List>,
): AsyncGenerator<PlacedRows<List>, string | null, undefined> {
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
