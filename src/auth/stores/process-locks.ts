import type { TokenStore } from "../token-store.js";

/** Locks that hold within this process, given in the order they are asked for. */
export function processLocks(): TokenStore["lock"] {
  const tails = new Map<string, Promise<void>>();
  return async (key, signal, work) => {
    const before = tails.get(key) ?? Promise.resolve();
    let giveBack = () => {};
    const held = new Promise<void>((resolve) => {
      giveBack = resolve;
    });
    const tail = before.then(() => held);
    tails.set(key, tail);
    void tail.then(() => tails.get(key) === tail && tails.delete(key));
    try {
      await unlessAborted(before, signal);
      return await work();
    } finally {
      giveBack();
    }
  };
}

function unlessAborted(turn: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) return stop();
    signal.addEventListener("abort", stop, { once: true });
    void turn.then(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    });
  });
}
