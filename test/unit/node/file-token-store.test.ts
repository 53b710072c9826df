import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { chmod, mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fileTokenStore } from "orgtype/node";
import { describe, expect, it, onTestFinished } from "vitest";
import { programOf } from "../../support/program.js";
import { scratchFolder } from "./support/scratch-folder.js";

const program = await programOf(fileURLToPath(import.meta.resolve("./support/store-process.ts")));
const fileNameOf = (key: string) => createHash("sha256").update(key).digest("hex");

async function newStore(options: { key?: string } = {}) {
  const folder = join(await scratchFolder(), "tokens");
  return { folder, store: fileTokenStore({ folder, ...options }, {}) };
}

function startProcess(folder: string, job: string, count = 0): ChildProcess {
  const child = spawn(process.execPath, [program, folder, job, String(count)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

async function exitCodeOf(child: ChildProcess): Promise<number | null> {
  const [code] = await once(child, "exit");
  return code;
}

describe("fileTokenStore", () => {
  it("keeps texts over the life of a process, and forgets what is set to nothing", async () => {
    const { folder, store } = await newStore();
    expect(await store.get("a")).toBeUndefined();
    expect(await store.compareAndSet("a", undefined, "one")).toBe(true);
    expect(await store.compareAndSet("b", undefined, "other")).toBe(true);
    const later = fileTokenStore({ folder }, {});
    expect(await later.get("a")).toBe("one");
    expect(await later.compareAndSet("a", "one", undefined)).toBe(true);
    expect(await store.get("a")).toBeUndefined();
    expect(await store.get("b")).toBe("other");
    expect(await readdir(folder)).toEqual([fileNameOf("b")]);
  });

  it("changes nothing where something else stands there", async () => {
    const { store } = await newStore();
    await store.compareAndSet("a", undefined, "one");
    expect(await store.compareAndSet("a", undefined, "two")).toBe(false);
    expect(await store.compareAndSet("a", "other", "two")).toBe(false);
    expect(await store.compareAndSet("a", "other", undefined)).toBe(false);
    expect(await store.get("a")).toBe("one");
  });

  it("lets its owner alone read: 0600 in 0700", async () => {
    const { folder, store } = await newStore();
    await store.compareAndSet("a", undefined, "one");
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, fileNameOf("a")))).mode & 0o777).toBe(0o600);
  });

  it("refuses a folder that others may enter", async () => {
    const { folder, store } = await newStore();
    await mkdir(folder);
    await chmod(folder, 0o755);
    const refusal = { code: "settings.token-folder", message: expect.stringContaining("chmod 700") };
    await expect(store.get("a")).rejects.toMatchObject(refusal);
    await expect(store.compareAndSet("a", undefined, "one")).rejects.toMatchObject(refusal);
    expect(await readdir(folder)).toEqual([]);
  });

  it("is in ORGTYPE_HOME, else in the platform's config folder", async () => {
    const home = await scratchFolder();
    await fileTokenStore({}, { ORGTYPE_HOME: home }).compareAndSet("a", undefined, "one");
    expect(await readdir(join(home, "tokens"))).toEqual([fileNameOf("a")]);
    if (process.platform !== "linux") return;
    await fileTokenStore({}, { XDG_CONFIG_HOME: home }).compareAndSet("a", undefined, "one");
    expect(await readdir(join(home, "orgtype/tokens"))).toEqual([fileNameOf("a")]);
  });

  it("takes a file that makes no sense for nothing, and replaces it", async () => {
    const { folder, store } = await newStore();
    await store.compareAndSet("a", undefined, "one");
    await writeFile(join(folder, fileNameOf("a")), '{"form');
    expect(await store.get("a")).toBeUndefined();
    expect(await store.compareAndSet("a", undefined, "two")).toBe(true);
    expect(await store.get("a")).toBe("two");
  });

  it("does not touch a file of a later version", async () => {
    const { folder, store } = await newStore();
    await store.compareAndSet("a", undefined, "one");
    await writeFile(join(folder, fileNameOf("a")), '{"format":2}');
    await expect(store.get("a")).rejects.toMatchObject({ code: "settings.token-key" });
    await expect(store.compareAndSet("a", undefined, "two")).rejects.toThrow("another version");
    expect(await readFile(join(folder, fileNameOf("a")), "utf8")).toBe('{"format":2}');
  });

  it("a crash between write and rename leaves the old text, and the next write removes what it left", async () => {
    const { folder, store } = await newStore();
    const file = fileNameOf("counter");
    await store.compareAndSet("counter", undefined, "1");
    expect(await exitCodeOf(startProcess(folder, "crash"))).toBeNull();
    const left = (await readdir(folder)).filter((name) => name !== file);
    expect(left.toSorted()).toEqual([expect.stringMatching(/\.tmp$/), `${file}.write`]);
    expect(await store.get("counter")).toBe("1");
    expect(await store.compareAndSet("counter", "1", "3")).toBe(true);
    expect(await store.get("counter")).toBe("3");
    expect(await readdir(folder)).toEqual([file]);
  });
});

describe("the lock of a key", () => {
  it("lets one work at a time, of all who ask", async () => {
    const { folder, store } = await newStore();
    const other = fileTokenStore({ folder }, {});
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 3));
      inside--;
    };
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 ? store : other).lock("a", new AbortController().signal, work),
      ),
    );
    expect({ most, inside }).toEqual({ most: 1, inside: 0 });
    expect(await readdir(folder)).toEqual([]);
  });

  it("allows writing while it is held, and other keys' locks", async () => {
    const { store } = await newStore();
    const result = await store.lock("a", new AbortController().signal, async () => {
      await store.compareAndSet("a", undefined, "one");
      return store.lock("b", new AbortController().signal, async () => store.get("a"));
    });
    expect(result).toBe("one");
  });

  it("is given back when the work fails", async () => {
    const { store } = await newStore();
    await expect(
      store.lock("a", new AbortController().signal, () => Promise.reject(new Error("no"))),
    ).rejects.toThrow("no");
    expect(await store.lock("a", new AbortController().signal, async () => "again")).toBe("again");
  });

  it("is not waited for any longer when the signal aborts", async () => {
    const { store } = await newStore();
    const controller = new AbortController();
    let release = () => {};
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const held = store.lock("a", new AbortController().signal, () => {
      begin();
      return new Promise<void>((resolve) => {
        release = resolve;
      });
    });
    await begun;
    const waiting = store.lock("a", controller.signal, async () => "got it");
    setTimeout(() => controller.abort(new Error("enough")), 50);
    await expect(waiting).rejects.toThrow("enough");
    release();
    await held;
    expect(await store.lock("a", new AbortController().signal, async () => "free")).toBe("free");
  });

  it("two processes count to 200 without losing one", { timeout: 60_000 }, async () => {
    const { folder, store } = await newStore();
    const codes = await Promise.all([1, 2].map(() => exitCodeOf(startProcess(folder, "count", 100))));
    expect(codes).toEqual([0, 0]);
    expect(await store.get("counter")).toBe("200");
  });

  it("compare-and-set alone loses nothing, either", { timeout: 60_000 }, async () => {
    const { folder, store } = await newStore();
    const codes = await Promise.all([1, 2].map(() => exitCodeOf(startProcess(folder, "race", 100))));
    expect(codes).toEqual([0, 0]);
    expect(await store.get("counter")).toBe("200");
  });

  it("of a process that was killed is taken over, by one of those who wait", {
    timeout: 50_000,
  }, async () => {
    const { folder, store } = await newStore();
    const child = startProcess(folder, "hold");
    await once(child.stdout!, "data");
    const taken: number[] = [];
    const waiting = [1, 2, 3].map((number) =>
      store.lock("counter", new AbortController().signal, async () => {
        taken.push(number);
        expect(await readdir(folder)).toContain(`${fileNameOf("counter")}.lock`);
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(taken).toEqual([]);
    child.kill("SIGKILL");
    const started = performance.now();
    await Promise.all(waiting);
    expect(performance.now() - started).toBeLessThan(9_000);
    expect(taken.toSorted()).toEqual([1, 2, 3]);
    expect(await readdir(folder)).toEqual([]);
  });

  it("of a machine that shows no sign of life is taken over after a while", { timeout: 50_000 }, async () => {
    const { folder, store } = await newStore();
    await store.lock("a", new AbortController().signal, async () => undefined);
    const owner = { id: "0a", pid: process.pid, place: "another machine" };
    await writeFile(join(folder, `${fileNameOf("a")}.lock`), JSON.stringify(owner));
    const started = performance.now();
    expect(await store.lock("a", new AbortController().signal, async () => "mine")).toBe("mine");
    const waited = performance.now() - started;
    expect(waited).toBeGreaterThan(9_000);
  });
});
