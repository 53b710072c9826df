import { access, rm } from "node:fs/promises";
import { join } from "node:path";
import type { RawAction } from "../model/raw-action.js";
import type { RawDescribe } from "../model/raw-describe.js";
import { actionText } from "../model/snapshot-action.js";
import {
  printSnapshotIndex,
  SNAPSHOT_ACTIONS,
  SNAPSHOT_INDEX,
  type SnapshotIndex,
} from "../model/snapshot-index.js";
import { snapshotText } from "../model/snapshot-text.js";
import { readIfThere, replaceFile } from "./replace-file.js";

/** Whether what was asked to be written differed from what was there. */
export type Written = "written" | "same";

/** Writes one describe into a snapshot. */
export async function writeDescribe(folder: string, describe: RawDescribe): Promise<Written> {
  return writeIfDifferent(join(folder, `${describe.name}.json`), snapshotText(describe));
}

/** Writes the describe of an action into a snapshot; its name must be checked. */
export async function writeAction(folder: string, name: string, describe: RawAction): Promise<Written> {
  return writeIfDifferent(actionPath(folder, name), actionText(describe));
}

/** Removes the describe of an action; `name` must come from the snapshot's index. */
export async function removeAction(folder: string, name: string): Promise<void> {
  await rm(actionPath(folder, name), { force: true });
}

function actionPath(folder: string, name: string): string {
  return join(folder, SNAPSHOT_ACTIONS, `${name}.json`);
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
