import { access, rm } from "node:fs/promises";
import { join } from "node:path";
import type { RawDescribe } from "../model/raw-describe.js";
import { printSnapshotIndex, SNAPSHOT_INDEX, type SnapshotIndex } from "../model/snapshot-index.js";
import { snapshotText } from "../model/snapshot-text.js";
import { readIfThere, replaceFile } from "./replace-file.js";

/** Whether what was asked to be written differed from what was there. */
export type Written = "written" | "same";

/** Writes one describe into a snapshot. */
export async function writeDescribe(folder: string, describe: RawDescribe): Promise<Written> {
  return writeIfDifferent(join(folder, `${describe.name}.json`), snapshotText(describe));
}

/** Writes the index: last, so that a pull that was cut off is made good by the next one. */
export async function writeSnapshotIndex(folder: string, index: SnapshotIndex): Promise<Written> {
  return writeIfDifferent(join(folder, SNAPSHOT_INDEX), printSnapshotIndex(index));
}

/** Removes the describe of an object; `name` must come from the snapshot's index. */
export async function removeDescribe(folder: string, name: string): Promise<void> {
  await rm(join(folder, `${name}.json`), { force: true });
}

async function writeIfDifferent(path: string, text: string): Promise<Written> {
  if ((await readIfThere(path)) === text) return "same";
  await replaceFile(path, text);
  return "written";
}

/** Whether a snapshot holds the describe of an object. */
export async function hasDescribe(folder: string, name: string): Promise<boolean> {
  return access(join(folder, `${name}.json`)).then(
    () => true,
    () => false,
  );
}
