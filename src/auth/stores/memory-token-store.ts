import type { TokenStore } from "../token-store.js";
import { processLocks } from "./process-locks.js";

/** Keeps tokens as long as the process lives, for all its clients that are given this store. */
export function memoryTokenStore(): TokenStore {
  const texts = new Map<string, string>();
  return {
    get: async (key) => texts.get(key),
    async compareAndSet(key, expected, next) {
      if (texts.get(key) !== expected) return false;
      if (next === undefined) texts.delete(key);
      else texts.set(key, next);
      return true;
    },
    lock: processLocks(),
  };
}
