import { DescribeError, SettingsError } from "../src/errors.js";
import type { FeatureName } from "../src/schema/feature-name.js";
import { emit } from "./emit/emit.js";
import type { Language } from "./emit/language.js";
import { normalise } from "./model/normalise.js";
import type { Notice } from "./model/notice.js";
import { shortHash } from "./output/hash.js";
import { createManifest } from "./output/manifest.js";
import { type WriteReport, writeOutput } from "./output/write.js";
import { type ReadDescribes, readDescribes } from "./source/read-describes.js";
import { selectObjects } from "./source/select-objects.js";
import type { DescribeSource } from "./source/source.js";

export interface GenerateOptions {
  /** Where the describes come from: `openSnapshot(folder)` or `orgSource(client)`. */
  source: DescribeSource;
  /** The API version of the describes, as `66.0`: the generated client speaks it. */
  apiVersion: string;
  /** The folder to write into. Files in it that were not generated are left alone. */
  out: string;
  /** Globs of object names; one with `!` before it takes away. Default: every object of the source. */
  objects?: readonly string[];
  /** The parts that the client has, as `["binds", "find"]`: bundles leave out the code of others. Default: all. */
  features?: readonly FeatureName[] | undefined;
  /** What the code is written in: `"js"` is JavaScript with types beside it. Default: `"ts"`. */
  language?: Language | undefined;
}

export interface GenerateReport extends WriteReport {
  readonly objects: number;
  readonly fields: number;
  /** Describes that could not be used. Everything else was generated. */
  readonly problems: readonly DescribeError[];
  /** What the describes left open or said twice. */
  readonly notices: readonly Notice[];
}

/**
 * Reads describes and writes the typed client of the org. Only files that differ are written; files an
 * earlier run made and this one does not are removed.
 *
 * @throws SettingsError where no object is left, or a file is in the way that was not generated
 */
export async function generate(options: GenerateOptions): Promise<GenerateReport> {
  const notices: Notice[] = [];
  const { describes, problems } = await select(options);
  if (describes.length === 0) throw nothingToGenerate(problems);
  const model = normalise(describes, {
    apiVersion: options.apiVersion,
    onNotice: (notice) => notices.push(notice),
  });
  const files = emit(model, { hash: shortHash, features: options.features, language: options.language });
  const report = await writeOutput(options.out, files, createManifest(model, files));
  const fields = model.objects.reduce((sum, object) => sum + object.fields.length, 0);
  return { ...report, objects: model.objects.length, fields, problems, notices };
}

async function select({ source, objects = [] }: GenerateOptions): Promise<ReadDescribes> {
  const selection = selectObjects(objects);
  const { describes, problems } = await readDescribes(source);
  const missing = selection.missing(describes.map(({ name }) => name));
  return {
    describes: describes.filter(({ name }) => selection.has(name)),
    problems: [
      ...problems,
      ...missing.map((name) => new DescribeError(`${name}: no describe of it was found.`)),
    ],
  };
}

function nothingToGenerate(problems: readonly DescribeError[]): SettingsError {
  const [first] = problems;
  return new SettingsError(
    "settings.objects",
    first === undefined ? "No object is selected." : `No describe can be used. ${first.message}`,
    first === undefined ? { hint: "Look at `objects`." } : { cause: first },
  );
}
