import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { DescribeError, SettingsError } from "../../src/errors.js";
import { compareNames } from "../model/names.js";
import {
  parseSnapshotIndex,
  SNAPSHOT_ACTIONS,
  SNAPSHOT_INDEX,
  type SnapshotIndex,
} from "../model/snapshot-index.js";
import type { DescribeInput, DescribeSource, UnreadableDescribe } from "./source.js";

export interface SnapshotSource extends DescribeSource {
  /** What `orgtype pull` left; undefined for a folder of describes from elsewhere. */
  readonly index: SnapshotIndex | undefined;
}

/**
 * A folder of describe answers, one `.json` file an object. Those of `orgtype pull`, of `GET …/describe`
 * and of `sf sobject describe --json` (wrapped as `{ "result": … }`) are read alike.
 *
 * @throws SettingsError where the folder is not there or holds none
 */
export async function openSnapshot(folder: string): Promise<SnapshotSource> {
  const names = await describeFiles(folder);
  return {
    index: await readSnapshotIndex(folder),
    async *read() {
      for (const name of names) yield readDescribe(folder, name);
    },
    async *readActions() {
      for (const name of await actionFiles(join(folder, SNAPSHOT_ACTIONS))) {
        const described = await readDescribe(join(folder, SNAPSHOT_ACTIONS), name);
        yield { ...described, origin: name.replace(/\.json$/, "") };
      }
    },
  };
}

/** The index of a snapshot; undefined where there is none. */
export async function readSnapshotIndex(folder: string): Promise<SnapshotIndex | undefined> {
  const text = await readFile(join(folder, SNAPSHOT_INDEX), "utf8").catch(() => "");
  return parseSnapshotIndex(text);
}

async function describeFiles(folder: string): Promise<string[]> {
  const found = await readdir(folder).catch((cause: unknown) => {
    throw new SettingsError("settings.snapshot", `The snapshot folder ${folder} cannot be read.`, {
      hint: "Run `orgtype pull` first, or name another folder with --snapshot.",
      cause,
    });
  });
  const names = found.filter((name) => name.endsWith(".json") && !/^[_.]/.test(name)).sort();
  if (names.length > 0) return names;
  throw new SettingsError("settings.snapshot", `The snapshot folder ${folder} holds no describe.`, {
    hint: "Run `orgtype pull` first, or name another folder with --snapshot.",
  });
}

/** Paths below the folder, with slashes; none where there is no such folder. */
async function actionFiles(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true }).catch(() => []);
  return found
    .filter((path) => path.endsWith(".json"))
    .map((path) => path.replaceAll("\\", "/"))
    .sort(compareNames);
}

async function readDescribe(folder: string, name: string): Promise<DescribeInput | UnreadableDescribe> {
  try {
    return { origin: name, input: unwrapped(JSON.parse(decodeText(await readFile(join(folder, name))))) };
  } catch (cause) {
    const problem = cause instanceof SyntaxError ? "is not valid JSON" : "cannot be read";
    const detail = cause instanceof Error ? cause.message : String(cause);
    return { origin: name, problem: new DescribeError(`${name}: ${problem} (${detail}).`, { cause }) };
  }
}

/** PowerShell redirects output as UTF-16. */
function decodeText(bytes: Buffer): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

function unwrapped(json: unknown): unknown {
  if (typeof json !== "object" || json === null || "fields" in json || !("result" in json)) return json;
  return json.result;
}
