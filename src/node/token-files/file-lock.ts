import { randomUUID } from "node:crypto";
import { readFile, readlink, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { sleep } from "../../async/sleep.js";

/** Milliseconds between signs of life of a holder. */
const BEAT_MS = 2_000;
/** Milliseconds without a sign of life until a lock counts as left behind. */
const STALE_MS = 10_000;
/** Milliseconds between looks at a lock that is held. */
const LOOK_MS = 20;

interface Owner {
  readonly id: string;
  readonly pid: number;
  /** Machine and process namespace: a pid says nothing elsewhere. */
  readonly place: string;
}

interface Held {
  /** Undefined where the file cannot be read as an owner: it was cut off. */
  readonly owner: Owner | undefined;
  /** Changes with each sign of life. */
  readonly beat: string;
}

/**
 * Does work while this process alone has the lock file. A holder that has died is found by its process id on
 * the same machine, and elsewhere by its signs of life, which need no clocks that agree.
 *
 * Rejects with the reason of `signal` while it waits; work that has begun is not interrupted.
 */
export async function withFileLock<T>(
  path: string,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  const owner = { id: randomUUID(), pid: process.pid, place: await placeOfProcesses() };
  await acquire(path, owner, signal);
  const beat = setInterval(() => utimes(path, new Date(), new Date()).catch(() => undefined), BEAT_MS);
  beat.unref();
  try {
    return await work();
  } finally {
    clearInterval(beat);
    if ((await look(path))?.owner?.id === owner.id) await rm(path, { force: true });
  }
}

async function acquire(path: string, owner: Owner, signal: AbortSignal | undefined): Promise<void> {
  let watched = { beat: "", since: 0 };
  for (;;) {
    signal?.throwIfAborted();
    if (await createFile(path, JSON.stringify(owner))) return;
    const held = await look(path);
    if (held === undefined) continue;
    if (held.beat !== watched.beat) watched = { beat: held.beat, since: performance.now() };
    const isStale = performance.now() - watched.since > STALE_MS;
    if (isStale || hasDied(held.owner, owner.place)) await removeDead(path, held);
    else await sleep(LOOK_MS * (0.5 + Math.random()), signal);
  }
}

/**
 * Removes a lock whose holder is dead. Of several that find it so one alone gets the claim, which names this
 * very lock; without it a slow one would remove the lock of whoever came next.
 */
async function removeDead(path: string, { owner, beat }: Held): Promise<void> {
  const claim = `${path}.${owner?.id ?? "unreadable"}`;
  if (!(await createFile(claim, ""))) {
    const age = await stat(claim).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    // Whoever made the claim has died over it.
    if (age > STALE_MS) await rm(claim, { force: true });
    else await sleep(LOOK_MS);
    return;
  }
  const now = await look(path);
  if (now !== undefined && now.owner?.id === owner?.id && now.beat === beat) await rm(path, { force: true });
  await rm(claim, { force: true });
}

function hasDied(owner: Owner | undefined, place: string): boolean {
  if (owner?.place !== place) return false;
  try {
    return !process.kill(owner.pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

/** False where there is such a file. */
async function createFile(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Who holds the lock; undefined where nobody does. */
async function look(path: string): Promise<Held | undefined> {
  try {
    const [text, { mtimeMs, ino }] = await Promise.all([readFile(path, "utf8"), stat(path)]);
    return { owner: ownerIn(text), beat: `${ino} ${mtimeMs}` };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function ownerIn(text: string): Owner | undefined {
  try {
    const { id, pid, place } = JSON.parse(text) as Partial<Owner>;
    // The id becomes part of a file name.
    const isOwner = /^[\w-]+$/.test(id ?? "") && Number.isInteger(pid) && typeof place === "string";
    return isOwner ? ({ id, pid, place } as Owner) : undefined;
  } catch {
    return undefined;
  }
}

async function placeOfProcesses(): Promise<string> {
  const namespace = await readlink("/proc/self/ns/pid").catch(() => "");
  return `${hostname()} ${namespace}`;
}
