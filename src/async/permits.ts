/** Runs at most `count` tasks at a time; further ones wait in the order they came. */
export function createPermits(count: number): <T>(task: () => Promise<T>) => Promise<T> {
  let free = count;
  const waiting: (() => void)[] = [];

  const take = async () => {
    if (free > 0) free--;
    else await new Promise<void>((go) => waiting.push(go));
  };
  const giveBack = () => {
    // Handed over, not freed: a newcomer must not overtake those who wait.
    const next = waiting.shift();
    if (next === undefined) free++;
    else next();
  };

  return async (task) => {
    await take();
    try {
      return await task();
    } finally {
      giveBack();
    }
  };
}
