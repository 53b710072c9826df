/** Runs at most `count` tasks, which reject but never throw, at a time; further ones wait in the order they came. */
export function createPermits(count: number): <T>(task: () => Promise<T>) => Promise<T> {
  let free = count;
  const waiting: (() => void)[] = [];

  const giveBack = () => {
    // Handed over, not freed: a newcomer must not overtake those who wait.
    const next = waiting.shift();
    if (next === undefined) free++;
    else next();
  };

  const run = <T>(task: () => Promise<T>) => {
    const result = task();
    result.then(giveBack, giveBack);
    return result;
  };

  return (task) => {
    if (free < 1) return new Promise<void>((go) => waiting.push(go)).then(() => run(task));
    free--;
    return run(task);
  };
}
