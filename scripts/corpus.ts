// Generates from every real describe there is and type-checks the output; not one error is allowed.
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { childrenOf, parentsOf } from "../codegen/emit/relationships.js";
import { propertyName } from "../codegen/emit/text.js";
import { type GenerateReport, generate } from "../codegen/generate.js";
import type { OrgModel } from "../codegen/model/model.js";
import { normalise } from "../codegen/model/normalise.js";
import { parseDescribe } from "../codegen/model/parse-describe.js";
import type { RawDescribe } from "../codegen/model/raw-describe.js";
import { openSnapshot } from "../codegen/source/snapshot.js";
import type { DescribeSource } from "../codegen/source/source.js";
import { typeErrors } from "./type-errors.js";

interface Org {
  readonly name: string;
  readonly source: DescribeSource;
}

interface Row extends GenerateReport {
  readonly name: string;
  readonly out: string;
  readonly generateSeconds: number;
}

const folder = resolve(process.argv[2] ?? "../shared/orgdata");
const API_VERSION = "66.0";
const scratch = await mkdtemp(join(tmpdir(), "orgtype-corpus-"));

/** Every full describe is an org of its own, since several tell of one object; the trimmed ones are one org. */
async function* orgs(): AsyncGenerator<Org> {
  const full = join(folder, "describe");
  for (const file of (await readdir(full)).filter((name) => name.endsWith(".json")).sort()) {
    const origin = file.replace(/\.json$/, "");
    const input = JSON.parse(await readFile(join(full, file), "utf8"));
    yield {
      name: origin,
      source: {
        async *read() {
          yield { origin, input };
        },
      },
    };
  }
  const trimmed = join(folder, "describe-trimmed");
  if (existsSync(trimmed)) yield { name: "describe-trimmed", source: await openSnapshot(trimmed) };
}

/** A program that selects everything each object has, as a user's might; and a slip, so that it can fail. */
async function writeConsumer(out: string, model: OrgModel): Promise<string> {
  const generated = new Set(model.objects.map((object) => object.name));
  const finds = model.objects.map((object, index) => {
    const fields = object.fields.map((field) => `${propertyName(field.name)}: true`);
    const related = [...parentsOf(object, generated), ...childrenOf(object, generated)];
    const relations = related.map(({ name }) => `${propertyName(name)}: { select: {} }`);
    const everything = `void sf.${object.name}.find({ select: { ${[...fields, ...relations].join(", ")} } }).first();\n`;
    const slip = `// @ts-expect-error there is no such field\nvoid sf.${object.name}.find({ select: { Nope: true } });\n`;
    return index === 0 ? everything + slip : everything;
  });
  const path = join(out, "consumer.ts");
  await writeFile(
    path,
    `import type { ObjectDef } from "orgtype";
import type { Client, Schema } from "./index.js";

type Unfit = { [N in keyof Schema]: Schema[N] extends ObjectDef ? never : N }[keyof Schema];
export const fits: [Unfit] extends [never] ? true : Unfit = true;

declare const sf: Client;
${finds.join("")}`,
  );
  return path;
}

async function readModel(source: DescribeSource): Promise<OrgModel> {
  const describes: RawDescribe[] = [];
  for await (const item of source.read())
    if ("input" in item) describes.push(parseDescribe(item.input, item.origin));
  return normalise(describes, { apiVersion: API_VERSION });
}

async function generateAll(): Promise<{ rows: Row[]; paths: string[] }> {
  const rows: Row[] = [];
  const paths: string[] = [];
  for await (const { name, source } of orgs()) {
    const out = join(scratch, name);
    const started = performance.now();
    const report = await generate({ source, apiVersion: API_VERSION, out });
    rows.push({ ...report, name, out, generateSeconds: (performance.now() - started) / 1000 });
    paths.push(...report.written.filter((path) => path.endsWith(".ts")).map((path) => join(out, path)));
    paths.push(await writeConsumer(out, await readModel(source)));
  }
  return { rows, paths };
}

function print(cells: readonly (string | number)[]): void {
  const [name = "", ...numbers] = cells.map(String);
  console.log(name.padEnd(50) + numbers.map((cell) => cell.padStart(11)).join(""));
}

try {
  const { rows, paths } = await generateAll();
  const started = performance.now();
  const errors = await typeErrors(scratch, paths);
  const checkSeconds = (performance.now() - started) / 1000;
  const errorsBelow = (path: string) =>
    [...errors]
      .filter(([file]) => file.startsWith(`${path}/`))
      .reduce((sum, [, found]) => sum + found.length, 0);
  const sum = (pick: (row: Row) => number) => rows.reduce((total, row) => total + pick(row), 0);

  print(["org", "objects", "fields", "files", "seconds", "tsc errors"]);
  for (const row of rows) {
    const { name, objects, fields, written, generateSeconds, out } = row;
    print([name, objects, fields, written.length, generateSeconds.toFixed(2), errorsBelow(out)]);
  }
  const all = [...errors.values()].flat();
  const generateSeconds = sum((row) => row.generateSeconds);
  print([
    "all",
    sum((row) => row.objects),
    sum((row) => row.fields),
    sum((row) => row.written.length),
    generateSeconds.toFixed(2),
    all.length,
  ]);
  console.log(`Type-checked in ${checkSeconds.toFixed(1)} s.`);

  const problems = rows.flatMap((row) => row.problems);
  for (const problem of problems) console.error(problem.message);
  for (const error of all.slice(0, 20)) console.error(error);
  process.exitCode = all.length === 0 && problems.length === 0 && rows.length > 0 ? 0 : 1;
} finally {
  await rm(scratch, { recursive: true, force: true });
}
