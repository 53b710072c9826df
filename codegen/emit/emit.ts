import type { FeatureName } from "../../src/schema/feature-name.js";
import type { OrgModel } from "../model/model.js";
import { VERSION } from "../version.js";
import { clientModule } from "./client.js";
import { header } from "./header.js";
import { type Language, type ModuleText, moduleFiles } from "./language.js";
import { orgMetadata } from "./metadata.js";
import { objectTypes } from "./object-types.js";
import { picklistValues } from "./picklists.js";
import { schemaIndex } from "./schema-index.js";

/** Text by path below the output folder, with slashes. */
export type Files = ReadonlyMap<string, string>;

export interface EmitOptions {
  /** A short hash of a text, for the headers. */
  hash: (text: string) => string;
  /** The parts that the client has. Default: all. */
  features?: readonly FeatureName[] | undefined;
  /** What the code is written in. Default: `"ts"`. */
  language?: Language | undefined;
}

/** Writes an org as code: the same model always gives the same text. Nothing is written to disk. */
export function emit(model: OrgModel, { hash, features, language = "ts" }: EmitOptions): Files {
  const generated = new Set(model.objects.map((object) => object.name));
  const files = new Map<string, string>();
  const add = (path: string, body: string) => {
    files.set(path, header({ generator: VERSION, apiVersion: model.apiVersion, content: hash(body) }) + body);
  };
  const addModule = (name: string, text: ModuleText) => {
    for (const [path, body] of moduleFiles(name, text, language)) add(path, body);
  };
  addModule("index", clientModule(model, features));
  addModule("metadata", orgMetadata(model, generated));
  addModule("picklists", picklistValues(model));
  add("schema.d.ts", schemaIndex(model));
  for (const object of model.objects) add(`objects/${object.name}.d.ts`, objectTypes(object, generated));
  return files;
}
