// A process that works on a token store: `store-process.ts <folder> <job>`.
import fileSystem from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { setTimeout as sleep } from "node:timers/promises";
import { fileTokenStore } from "orgtype/node";

const [folder = "", job = "", count = "0"] = process.argv.slice(2);
const store = fileTokenStore({ folder }, {});
const signal = new AbortController().signal;

const jobs: Record<string, () => Promise<void>> = {
  /** Adds to a number under the lock, reading and writing in two steps. */
  async count() {
    for (let done = 0; done < Number(count); done++) {
      await store.lock("counter", signal, async () => {
        const before = await store.get("counter");
        await sleep(1);
        const isSet = await store.compareAndSet("counter", before, String(Number(before ?? 0) + 1));
        if (!isSet) throw new Error("Somebody else wrote under the lock.");
      });
    }
  },
  /** Adds to a number by compare-and-set alone, again until it works. */
  async race() {
    for (let done = 0; done < Number(count); ) {
      const before = await store.get("counter");
      if (await store.compareAndSet("counter", before, String(Number(before ?? 0) + 1))) done++;
    }
  },
  /** Holds the lock until it is killed. */
  async hold() {
    await store.lock("counter", signal, async () => {
      process.stdout.write("held\n");
      await sleep(600_000);
    });
  },
  /** Dies by SIGKILL when a new text is written and is to take the place of the old one. */
  async crash() {
    fileSystem.rename = async () => void process.kill(process.pid, "SIGKILL");
    syncBuiltinESMExports();
    await store.compareAndSet("counter", "1", "2");
  },
};

await jobs[job]?.();
