import { sleep } from "../../async/sleep.js";
import type { TokenStore } from "../token-store.js";

/** What is used of a Redis client (ioredis). */
export interface RedisClient {
  get(key: string): Promise<string | null>;
  set(key: string, value: string, px: "PX", ms: number, nx: "NX"): Promise<unknown>;
  eval(script: string, keys: number, ...values: (string | number)[]): Promise<unknown>;
}

export interface RedisTokenStoreOptions {
  readonly client: RedisClient;
  /** The key in Redis for a key of the store. */
  readonly keyOf: (key: string) => string;
  /** Milliseconds after which the lock of a holder that has died is given up. */
  readonly lockMs: number;
}

const COMPARE_AND_SET = `
local found = redis.call("GET", KEYS[1])
local expected = ARGV[1] == "1" and ARGV[2] or false
if found ~= expected then return 0 end
if ARGV[3] == "1" then redis.call("SET", KEYS[1], ARGV[4]) else redis.call("DEL", KEYS[1]) end
return 1`;
const EXTEND = `
if redis.call("GET", KEYS[1]) == ARGV[1] then return redis.call("PEXPIRE", KEYS[1], ARGV[2]) end
return 0`;
const GIVE_BACK = `
if redis.call("GET", KEYS[1]) == ARGV[1] then return redis.call("DEL", KEYS[1]) end
return 0`;

const FIRST_WAIT_MS = 10;
const LONGEST_WAIT_MS = 250;

/** Keeps tokens in Redis, for all processes that share it. */
export function redisTokenStore({ client, keyOf, lockMs }: RedisTokenStoreOptions): TokenStore {
  return {
    get: async (key) => (await client.get(keyOf(key))) ?? undefined,
    async compareAndSet(key, expected, next) {
      const values = [...optional(expected), ...optional(next)];
      return (await client.eval(COMPARE_AND_SET, 1, keyOf(key), ...values)) === 1;
    },
    async lock(key, signal, work) {
      const name = `${keyOf(key)}:lock`;
      const owner = crypto.randomUUID();
      await take(client, { name, owner, lockMs }, signal);
      // Work can be longer than the time after which a holder counts as dead.
      const extend = () => client.eval(EXTEND, 1, name, owner, lockMs).catch(() => {});
      const timer = setInterval(() => void extend(), lockMs / 3);
      try {
        return await work();
      } finally {
        clearInterval(timer);
        // Where this fails the lock ends by itself.
        await client.eval(GIVE_BACK, 1, name, owner).catch(() => {});
      }
    },
  };
}

async function take(
  client: RedisClient,
  { name, owner, lockMs }: { name: string; owner: string; lockMs: number },
  signal: AbortSignal,
): Promise<void> {
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
    signal.throwIfAborted();
    if ((await client.set(name, owner, "PX", lockMs, "NX")) !== null) return;
    await sleep(waitMs * (0.5 + Math.random() / 2), signal);
  }
}

/** A text, or nothing, for a script. */
function optional(text: string | undefined): [given: string, text: string] {
  return text === undefined ? ["0", ""] : ["1", text];
}
