import * as v from "valibot";
import { compareNames, isObjectName } from "./names.js";
import { isActionName } from "./raw-action.js";

/** The file of a snapshot that is no describe; no sObject's name begins with an underscore. */
export const SNAPSHOT_INDEX = "_snapshot.json";

const indexSchema = v.object({
  apiVersion: v.string(),
  objects: v.record(
    v.pipe(v.string(), v.check(isObjectName)),
    v.object({ lastModified: v.optional(v.string()) }),
  ),
  actions: v.optional(v.array(v.pipe(v.string(), v.check(isActionName)))),
});

/** The folder of a snapshot that has the actions, in a folder for each kind. */
export const SNAPSHOT_ACTIONS = "actions";

/** What a pull must know of the one before it. */
export interface SnapshotIndex {
  /** As `66.0`. */
  readonly apiVersion: string;
  /** The objects pulled, and the `Last-Modified` header of their describes where there was one. */
  readonly objects: Readonly<Record<string, { readonly lastModified?: string | undefined }>>;
  /** Names of the actions pulled. */
  readonly actions?: readonly string[] | undefined;
}

/** Sorted, one object or action a line. */
export function printSnapshotIndex({ apiVersion, objects, actions = [] }: SnapshotIndex): string {
  const lines = Object.keys(objects)
    .sort()
    .map((name) => `    ${JSON.stringify(name)}: ${JSON.stringify(objects[name])}`);
  const body = lines.length === 0 ? "{}" : `{\n${lines.join(",\n")}\n  }`;
  const names = [...actions].sort(compareNames).map((name) => `    ${JSON.stringify(name)}`);
  const list = names.length === 0 ? "" : `,\n  "actions": [\n${names.join(",\n")}\n  ]`;
  return `{\n  "apiVersion": ${JSON.stringify(apiVersion)},\n  "objects": ${body}${list}\n}\n`;
}

/** The index in a text; undefined where it is none. */
export function parseSnapshotIndex(text: string): SnapshotIndex | undefined {
  try {
    const result = v.safeParse(indexSchema, JSON.parse(text));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}
