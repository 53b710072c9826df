import { realpath, rm } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import pLimit from "p-limit";
import { SettingsError } from "../../src/errors.js";
import type { Files } from "../emit/emit.js";
import { hasHeader } from "../emit/header.js";
import { MANIFEST, type Manifest, parseManifest, printManifest } from "./manifest.js";
import { readIfThere, replaceFile } from "./replace-file.js";

const OPEN_FILES = 32;

/** Paths below the output folder, sorted. */
export interface WriteReport {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Brings a folder to hold the files: writes those that differ, removes those an earlier manifest names and
 * this one does not, touches no other. A file changes whole or not at all; the manifest comes last, so that
 * a run that was cut off is made good by the next one.
 *
 * @throws SettingsError where a file is in the way that is not generated; nothing is written then
 */
export async function writeOutput(folder: string, files: Files, manifest: Manifest): Promise<WriteReport> {
  const wanted = new Map(files).set(MANIFEST, printManifest(manifest));
  const present = await readAll(folder, wanted.keys());
  const before = parseManifest(present.get(MANIFEST) ?? "");
  const stale = Object.keys(before?.files ?? {}).filter((path) => !wanted.has(path));
  refuseForeign(folder, present, before);
  await refuseOutside(folder, [...wanted.keys(), ...stale]);

  const written = [...wanted.keys()].filter((path) => wanted.get(path) !== present.get(path));
  const removed = await removeStale(folder, stale);
  await each(
    written.filter((path) => path !== MANIFEST),
    (path) => replaceFile(join(folder, path), wanted.get(path) ?? ""),
  );
  if (written.includes(MANIFEST)) await replaceFile(join(folder, MANIFEST), wanted.get(MANIFEST) ?? "");
  const unchanged = [...wanted.keys()].filter((path) => !written.includes(path));
  return { written: written.sort(), unchanged: unchanged.sort(), removed: removed.sort() };
}

async function readAll(folder: string, paths: Iterable<string>): Promise<Map<string, string>> {
  const present = new Map<string, string>();
  await each([...paths], async (path) => {
    const text = await readIfThere(join(folder, path));
    if (text !== undefined) present.set(path, text);
  });
  return present;
}

function refuseForeign(
  folder: string,
  present: ReadonlyMap<string, string>,
  before: Manifest | undefined,
): void {
  const isOurs = (path: string, text: string) =>
    path === MANIFEST ? before !== undefined : hasHeader(text) || before?.files[path] !== undefined;
  const foreign = [...present]
    .filter(([path, text]) => !isOurs(path, text))
    .map(([path]) => join(folder, path));
  if (foreign.length === 0) return;
  const more = foreign.length > 3 ? ` and ${foreign.length - 3} more` : "";
  throw new SettingsError(
    "settings.out",
    `${foreign.slice(0, 3).join(", ")}${more} would be overwritten, but orgtype did not write it.`,
    { hint: "Move it away, or generate into another folder." },
  );
}

/** A folder below the output folder may be a link that leads away. */
async function refuseOutside(folder: string, paths: readonly string[]): Promise<void> {
  const root = await realpathIfThere(folder);
  if (root === undefined) return;
  for (const name of new Set(paths.map((path) => dirname(path)))) {
    const target = await realpathIfThere(join(folder, name));
    if (target === undefined || target === root || target.startsWith(root + sep)) continue;
    throw new SettingsError(
      "settings.out",
      `${relative(process.cwd(), join(folder, name))} is a link to a folder outside the output folder.`,
      { hint: "Remove the link." },
    );
  }
}

async function realpathIfThere(path: string): Promise<string | undefined> {
  return realpath(path).catch(() => undefined);
}

/** A file that has lost its header since is somebody else's now. */
async function removeStale(folder: string, paths: readonly string[]): Promise<string[]> {
  const removed: string[] = [];
  await each(paths, async (path) => {
    const text = await readIfThere(join(folder, path));
    if (text === undefined || !hasHeader(text)) return;
    await rm(join(folder, path));
    removed.push(path);
  });
  return removed;
}

async function each<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const limit = pLimit(OPEN_FILES);
  await Promise.all(items.map((item) => limit(() => act(item))));
}
