/**
 * The values of several sources in the order they come. A source is asked for its next value when the one
 * before was taken, so each holds one at most. Who stops early has to end what the sources wait for.
 */
export async function* merged<T>(
  sources: readonly AsyncGenerator<T, void, undefined>[],
): AsyncGenerator<T, void, undefined> {
  const ask = async (source: AsyncGenerator<T, void, undefined>) => ({ source, result: await source.next() });
  const asked = new Map(sources.map((source) => [source, ask(source)]));
  try {
    while (asked.size > 0) {
      const { source, result } = await Promise.race(asked.values());
      asked.delete(source);
      if (result.done) continue;
      yield result.value;
      asked.set(source, ask(source));
    }
  } finally {
    // One failed, or nobody wants more: what the others say is of no interest.
    for (const answer of asked.values()) answer.catch(() => {});
    for (const source of sources) source.return().catch(() => {});
  }
}
