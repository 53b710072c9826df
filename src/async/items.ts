/** What items are taken from, one by one. */
export interface ItemList<T> {
  readonly length: number;
  at(index: number): T | undefined;
}

/**
 * The items of lists, which are emptied meanwhile. Those of a list that is there are given at once: a generator
 * would take several turns for each, which is most of the work where there are millions.
 */
export function itemsOf<T>(lists: AsyncGenerator<ItemList<T>, void, undefined>): AsyncIterator<T, undefined> {
  type Result = IteratorResult<T, undefined>;
  let list: ItemList<T> = [];
  let index = 0;
  /** The last of those who wait for a list. */
  let waiting: Promise<unknown> | undefined;

  const take = (): Result => {
    const value = list.at(index) as T;
    // What was given is let go: a list that is kept whole outlives V8's young generation, which then grows.
    if (Array.isArray(list)) list[index] = undefined;
    index++;
    return { done: false, value };
  };
  const takeFromNext = async (): Promise<Result> => {
    try {
      while (index >= list.length) {
        list = [];
        const { done, value } = await lists.next();
        if (done) return { done, value: undefined };
        list = value;
        index = 0;
      }
      return take();
    } catch (error) {
      await end();
      throw error;
    }
  };
  const end = async (): Promise<Result> => {
    list = [];
    await lists.return();
    return { done: true, value: undefined };
  };
  const inTurn = (work: () => Promise<Result>): Promise<Result> => {
    const turn = waiting === undefined ? work() : waiting.then(work, work);
    waiting = turn;
    const settled = () => {
      if (waiting === turn) waiting = undefined;
    };
    turn.then(settled, settled);
    return turn;
  };

  return {
    next() {
      if (waiting !== undefined || index >= list.length) return inTurn(takeFromNext);
      try {
        return Promise.resolve(take());
      } catch (error) {
        return inTurn(async () => {
          await end();
          throw error;
        });
      }
    },
    return: () => inTurn(end),
  };
}
