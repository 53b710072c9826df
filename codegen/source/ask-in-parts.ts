import pLimit from "p-limit";

/** Salesforce takes at most this many requests in one. */
const PER_REQUEST = 25;
const REQUESTS_AT_A_TIME = 4;

export interface AskOptions {
  /** Called as answers come in. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Asks about all names, 25 in a request and four requests at a time; answers are in the order of the names. */
export async function* askInParts<Answer>(
  names: readonly string[],
  ask: (some: readonly string[]) => Promise<readonly Answer[]>,
  { onProgress, signal }: AskOptions,
): AsyncGenerator<Answer> {
  let done = 0;
  onProgress?.(done, names.length);
  const limit = pLimit(REQUESTS_AT_A_TIME);
  const parts = partsOf(names).map((part) =>
    limit(async () => {
      const answers = await ask(part);
      done += part.length;
      onProgress?.(done, names.length);
      return answers;
    }),
  );
  try {
    for (const answers of parts) {
      yield* await answers;
      signal?.throwIfAborted();
    }
  } finally {
    // Where one fails or the reader leaves, the others are neither sent nor left to fail unseen.
    limit.clearQueue();
    for (const answers of parts) answers.catch(() => {});
  }
}

function partsOf(names: readonly string[]): string[][] {
  const count = Math.ceil(names.length / PER_REQUEST);
  return Array.from({ length: count }, (_, index) =>
    names.slice(index * PER_REQUEST, (index + 1) * PER_REQUEST),
  );
}
