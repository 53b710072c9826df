/**
 * The values of several sources in the order they come. A source is asked for its next value when the one
 * before was taken, so each holds one at most. Who stops early has to end what the sources wait for.
 */
export async function* merged<T>(
  sources: readonly AsyncGenerator<T, void, undefined>[],
): AsyncGenerator<T, void, undefined> {
  type Answer = {
    readonly source: AsyncGenerator<T, void, undefined>;
    readonly result: IteratorResult<T, void>;
  };
  const answers: Answer[] = [];
  let failure: { readonly reason: unknown } | undefined;
  let wake = () => {};
  // Not a race of promises: each would add one more listener to those that are slow.
  const ask = (source: AsyncGenerator<T, void, undefined>) => {
    source.next().then(
      (result) => {
        answers.push({ source, result });
        wake();
      },
      (reason) => {
        failure ??= { reason };
        wake();
      },
    );
  };
  for (const source of sources) ask(source);
  try {
    for (let open = sources.length; open > 0; ) {
      if (failure !== undefined) throw failure.reason;
      const answer = answers.shift();
      if (answer === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      } else if (answer.result.done) {
        open--;
      } else {
        yield answer.result.value;
        ask(answer.source);
      }
    }
  } finally {
    // One failed, or nobody wants more: what the others say is of no interest.
    for (const source of sources) source.return().catch(() => {});
  }
}
