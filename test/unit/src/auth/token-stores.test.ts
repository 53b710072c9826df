import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { memoryTokenStore, type TokenStore, type UnstorageLike, unstorageTokenStore } from "orgtype";
import { createStorage } from "unstorage";
import fsDriver from "unstorage/drivers/fs";
import memoryDriver from "unstorage/drivers/memory";
import { afterAll, describe, expect, it } from "vitest";
import { failure } from "./token-server.js";

const never = new AbortController().signal;
const folder = await mkdtemp(join(tmpdir(), "orgtype-stores-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What ioredis does with the three scripts and four commands that are used, in one step each. */
function fakeRedis() {
  const texts = new Map<string, { text: string; until: number }>();
  const get = (key: string) => {
    const entry = texts.get(key);
    return entry !== undefined && entry.until > Date.now() ? entry.text : null;
  };
  const put = (key: string, text: string, ms = Number.POSITIVE_INFINITY) =>
    texts.set(key, { text, until: Date.now() + ms });
  return {
    texts,
    async get(key: string) {
      return get(key);
    },
    async set(key: string, value: string, _px: "PX", ms: number, _nx: "NX") {
      if (get(key) !== null) return null;
      put(key, value, ms);
      return "OK";
    },
    async eval(script: string, _keys: number, key: string, ...values: (string | number)[]) {
      const given = values.map(String);
      if (script.includes("expected")) return compareAndSet(key, given);
      if (get(key) !== given[0]) return 0;
      if (script.includes("PEXPIRE")) put(key, given[0], Number(given[1]));
      else texts.delete(key);
      return 1;
    },
  };
  function compareAndSet(key: string, [expects = "", expected = "", sets = "", next = ""]: string[]) {
    if (get(key) !== (expects === "1" ? expected : null)) return 0;
    if (sets === "1") put(key, next);
    else texts.delete(key);
    return 1;
  }
}

function redisStorage(redis: unknown, base = "orgtype:"): UnstorageLike {
  const storage = createStorage();
  return {
    getItemRaw: (key) => storage.getItemRaw(key),
    setItemRaw: (key, value) => storage.setItemRaw(key, value),
    removeItem: (key) => storage.removeItem(key),
    getMount: () => ({ base: "", driver: { name: "redis", options: { base }, getInstance: () => redis } }),
  };
}

const stores: readonly [string, () => TokenStore][] = [
  ["memoryTokenStore", memoryTokenStore],
  [
    "unstorage in memory",
    () => unstorageTokenStore(createStorage({ driver: memoryDriver() }), { shared: false }),
  ],
  [
    "unstorage in files",
    () => unstorageTokenStore(createStorage({ driver: fsDriver({ base: folder }) }), { shared: false }),
  ],
  ["unstorage in Redis", () => unstorageTokenStore(redisStorage(fakeRedis()), { lockMs: 200 })],
];

describe.each(stores)("%s", (_, make) => {
  const KEY = "login.salesforce.com/authorization_code/3MVG9.a_b!c/id/00D/005?x:y";

  it("keeps texts as they are, of every form", async () => {
    const store = make();
    const texts = ['{"format":1,"a":[1]}', "null", "1", "true", "plain", "ünïcode ✓", ""];
    let before: string | undefined = await store.get(`${KEY}-texts`);
    for (const text of texts) {
      expect(await store.compareAndSet(`${KEY}-texts`, before, text)).toBe(true);
      expect(await store.get(`${KEY}-texts`)).toBe(text);
      before = text;
    }
  });

  it("puts a text only in the place of the expected one", async () => {
    const store = make();
    expect(await store.get(KEY)).toBeUndefined();
    expect(await store.compareAndSet(KEY, "old", "new")).toBe(false);
    expect(await store.compareAndSet(KEY, undefined, undefined)).toBe(true);
    expect(await store.compareAndSet(KEY, undefined, "one")).toBe(true);
    expect(await store.compareAndSet(KEY, undefined, "two")).toBe(false);
    expect(await store.compareAndSet(KEY, "two", undefined)).toBe(false);
    expect(await store.get(KEY)).toBe("one");
    expect(await store.compareAndSet(KEY, "one", undefined)).toBe(true);
    expect(await store.get(KEY)).toBeUndefined();
  });

  it("of 20 who change a text at once, one does", async () => {
    const store = make();
    const key = `${KEY}-race`;
    const changed = await Promise.all(
      Array.from({ length: 20 }, (_, index) => store.compareAndSet(key, undefined, `by ${index}`)),
    );
    expect(changed.filter(Boolean)).toHaveLength(1);
  });

  it("keys that are alike are not the same", async () => {
    const store = make();
    const keys = ["a/b", "a:b", "a?b", "a", "a%2Fb", "a_2Fb", "A/b"];
    for (const key of keys) await store.compareAndSet(key, undefined, `of ${key}`);
    expect(await Promise.all(keys.map((key) => store.get(key)))).toEqual(keys.map((key) => `of ${key}`));
  });

  it("lets one at a time hold the lock of a key; other keys are free", async () => {
    const store = make();
    let holders = 0;
    let most = 0;
    const hold = async () => {
      most = Math.max(most, ++holders);
      await new Promise((soon) => setTimeout(soon, 5));
      holders--;
      return "done";
    };
    expect(await Promise.all(Array.from({ length: 5 }, () => store.lock(KEY, never, hold)))).toEqual(
      Array(5).fill("done"),
    );
    expect(most).toBe(1);
    await store.lock(KEY, never, () => store.lock("another", never, async () => {}));
  });

  it("gives the lock back after a failure", async () => {
    const store = make();
    await expect(store.lock(KEY, never, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await store.lock(KEY, never, async () => "next")).toBe("next");
  });

  it("who stops waiting for a lock does not hold it, nor let others in before their turn", async () => {
    const store = make();
    let release = () => {};
    const first = store.lock(KEY, never, () => new Promise<void>((resolve) => (release = resolve)));
    const impatient = new AbortController();
    const second = failure(store.lock(KEY, impatient.signal, async () => {}));
    await new Promise((soon) => setTimeout(soon, 20));
    impatient.abort(new Error("enough"));
    expect(await second).toMatchObject({ message: "enough" });
    let isIn = false;
    const third = store.lock(KEY, never, async () => {
      isIn = true;
    });
    await new Promise((soon) => setTimeout(soon, 30));
    expect(isIn).toBe(false);
    release();
    await Promise.all([first, third]);
    expect(isIn).toBe(true);
    expect(
      await failure(store.lock(KEY, AbortSignal.abort(new Error("gone")), async () => {})),
    ).toMatchObject({
      message: "gone",
    });
  });
});

describe("unstorage in Redis", () => {
  it("keys begin with the driver's base, in one part", async () => {
    const redis = fakeRedis();
    await unstorageTokenStore(redisStorage(redis)).compareAndSet("a/b:c", undefined, "text");
    await unstorageTokenStore(redisStorage(redis, "")).compareAndSet("a/b:c", undefined, "text");
    expect([...redis.texts.keys()]).toEqual(["orgtype:a%2Fb%3Ac", "a%2Fb%3Ac"]);
  });

  it("a lock whose holder died ends by itself; one whose holder lives is held on", async () => {
    const redis = fakeRedis();
    const store = unstorageTokenStore(redisStorage(redis), { lockMs: 100 });
    await redis.set("orgtype:key:lock", "of a dead process", "PX", 100, "NX");
    let isIn = false;
    const working = store.lock("key", never, async () => {
      isIn = true;
      await new Promise((soon) => setTimeout(soon, 400));
    });
    while (!isIn) await new Promise((soon) => setTimeout(soon, 10));
    await new Promise((soon) => setTimeout(soon, 250));
    expect(await redis.get("orgtype:key:lock")).not.toBeNull();
    await working;
    expect(await redis.get("orgtype:key:lock")).toBeNull();
  });

  it("texts and keys of any form come back", async () => {
    const store = unstorageTokenStore(redisStorage(fakeRedis()));
    const text = fc.string({ unit: "grapheme" });
    await fc.assert(
      fc.asyncProperty(text, text, text, async (key, one, two) => {
        const before = await store.get(key);
        expect(await store.compareAndSet(key, before, one)).toBe(true);
        expect(await store.compareAndSet(key, `${one}x`, two)).toBe(false);
        expect(await store.get(key)).toBe(one);
      }),
      { numRuns: 50 },
    );
  });
});

describe("unstorageTokenStore is refused", () => {
  it.each<[string, () => unknown, string]>([
    [
      "over a driver that has no compare-and-set",
      () => unstorageTokenStore(createStorage()),
      "{ shared: false }",
    ],
    [
      "over files that could be shared",
      () => unstorageTokenStore(createStorage({ driver: fsDriver({ base: folder }) })),
      "Redis driver",
    ],
    ["with a Redis driver of another kind", () => unstorageTokenStore(redisStorage({})), "ioredis"],
    [
      "with a lock of no time",
      () => unstorageTokenStore(redisStorage(fakeRedis()), { lockMs: 0 }),
      "milliseconds",
    ],
  ])("%s", async (_, make, fix) => {
    expect(await failure(make)).toMatchObject({ name: "SettingsError", hint: expect.stringContaining(fix) });
  });
});
