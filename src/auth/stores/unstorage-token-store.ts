import { SettingsError } from "../../errors.js";
import type { TokenStore } from "../token-store.js";
import { processLocks } from "./process-locks.js";
import { type RedisClient, redisTokenStore } from "./redis-token-store.js";

/** What is used of a storage that `createStorage` of unstorage makes. */
export interface UnstorageLike {
  getItemRaw(key: string): Promise<unknown>;
  setItemRaw(key: string, value: string): Promise<void>;
  removeItem(key: string): Promise<void>;
  getMount(key?: string): {
    readonly base: string;
    readonly driver: {
      readonly name?: string;
      readonly options?: unknown;
      readonly getInstance?: () => unknown;
    };
  };
}

export interface UnstorageTokenStoreOptions {
  /** Redis: milliseconds after which the lock of a process that has died is given up. Default: 10,000. */
  lockMs?: number;
  /**
   * False says that this process alone uses the storage: any driver will do then. Default: true, which needs the
   * Redis driver.
   */
  shared?: boolean;
}

/**
 * Keeps tokens in a storage of unstorage. Processes can share one whose driver is Redis (by ioredis): the other
 * drivers have no steps that nobody can come between. In Redis, keys begin with the driver's `base`.
 *
 * @throws SettingsError where the driver cannot be shared and `shared` is not false
 */
export function unstorageTokenStore(
  storage: UnstorageLike,
  { lockMs = 10_000, shared = true }: UnstorageTokenStoreOptions = {},
): TokenStore {
  if (typeof lockMs !== "number" || !(lockMs >= 100)) {
    throw new SettingsError("settings.token-store", "unstorageTokenStore: `lockMs` is below 100.", {
      hint: "Give milliseconds, or leave it out.",
    });
  }
  const { driver } = storage.getMount("");
  if (driver.name === "redis") {
    const client = redisClientOf(driver.getInstance?.());
    const base = redisBaseOf(driver.options).replace(/:$/, "");
    const keyOf = (key: string) => (base === "" ? encoded(key) : `${base}:${encoded(key)}`);
    return redisTokenStore({ client, keyOf, lockMs });
  }
  if (shared) {
    throw new SettingsError(
      "settings.token-store",
      `unstorageTokenStore: the driver "${driver.name ?? "of your own"}" has no compare-and-set.`,
      { hint: "Use its Redis driver, or say { shared: false } where only this process uses the storage." },
    );
  }
  return ownStore(storage);
}

function ownStore(storage: UnstorageLike): TokenStore {
  const writes = processLocks();
  const get = async (key: string) => textOf(await storage.getItemRaw(encoded(key)));
  return {
    get,
    compareAndSet: (key, expected, next) =>
      writes(key, new AbortController().signal, async () => {
        if ((await get(key)) !== expected) return false;
        await (next === undefined
          ? storage.removeItem(encoded(key))
          : storage.setItemRaw(encoded(key), next));
        return true;
      }),
    lock: processLocks(),
  };
}

/** unstorage has meanings of its own for `:`, `/` and `?`. */
function encoded(key: string): string {
  return encodeURIComponent(key);
}

function textOf(value: unknown): string | undefined {
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  return typeof value === "string" ? value : undefined;
}

function redisClientOf(instance: unknown): RedisClient {
  const client = instance as Partial<RedisClient> | undefined;
  if (typeof client?.eval === "function" && typeof client.set === "function") return client as RedisClient;
  throw new SettingsError("settings.token-store", "unstorageTokenStore: the Redis driver has no ioredis.", {
    hint: "Use unstorage 1.9 or later with ioredis 5.",
  });
}

function redisBaseOf(options: unknown): string {
  const base = typeof options === "object" && options !== null && "base" in options ? options.base : "";
  return typeof base === "string" ? base : "";
}
