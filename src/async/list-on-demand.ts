/** A list that is read in pieces, anew each time that it is asked for. */
export interface PiecedList<T> extends AsyncIterable<T> {
  all(): Promise<T[]>;
  first(): Promise<T | null>;
  pages(): AsyncIterable<T[]>;
}

/** A list that is made when it is first read, and that nothing is loaded for before. */
export function listOnDemand<T>(make: () => Promise<PiecedList<T>>): PiecedList<T> {
  return {
    all: async () => (await make()).all(),
    first: async () => (await make()).first(),
    async *pages() {
      yield* (await make()).pages();
    },
    async *[Symbol.asyncIterator]() {
      yield* await make();
    },
  };
}
