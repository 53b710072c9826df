import * as v from "valibot";
import { CONTRACT } from "../../src/schema/contract.js";
import type { Files } from "../emit/emit.js";
import type { OrgModel } from "../model/model.js";
import { VERSION } from "../version.js";
import { hashOfAll, shortHash } from "./hash.js";

export const MANIFEST = "manifest.json";

/** A path that stays below its folder, on any system. */
const SAFE_PATH = /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[\w.-]+(?:\/[\w.-]+)*$/;

const manifestSchema = v.object({
  generator: v.pipe(v.string(), v.startsWith("orgtype ")),
  apiVersion: v.string(),
  contract: v.number(),
  inputHash: v.string(),
  files: v.record(v.pipe(v.string(), v.regex(SAFE_PATH)), v.string()),
});

/** What was generated, from what, and by whom: the files named here are the generator's own. */
export type Manifest = v.InferOutput<typeof manifestSchema>;

export function createManifest(model: OrgModel, files: Files): Manifest {
  return {
    generator: `orgtype ${VERSION}`,
    apiVersion: model.apiVersion,
    contract: CONTRACT,
    inputHash: hashOfAll(printed(model)),
    files: Object.fromEntries([...files].map(([path, text]) => [path, shortHash(text)])),
  };
}

/** Object by object: a whole org as one text is slow to make. */
function* printed({ apiVersion, objects, actions }: OrgModel): Iterable<string> {
  yield apiVersion;
  for (const object of objects) yield JSON.stringify(object);
  for (const action of actions) yield JSON.stringify(action);
}

export function printManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** The manifest in a text; undefined where it is none of ours. */
export function parseManifest(text: string): Manifest | undefined {
  try {
    const result = v.safeParse(manifestSchema, JSON.parse(text));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}
