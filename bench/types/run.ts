// What types cost, by the size of the org, beside others on the same org. Instantiations and types are the same in
// each run; times are not.
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { RawDescribe } from "orgtype/codegen";
import { type Contender, IMPORT, MISTAKES, QUERIES } from "./contender.js";
import { checkGoals } from "./goals.js";
import { jsforceStyle } from "./jsforce-style.js";
import { measure } from "./measure.js";
import { openapiStyle } from "./openapi-style.js";
import { orgtype } from "./orgtype.js";
import { type Result, table } from "./report.js";
import { syntheticDescribes } from "./synthetic-describes.js";

const root = resolve(import.meta.dirname, "../..");
const contenders = [orgtype, jsforceStyle, openapiStyle];
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [100, 500, 1_500];

/** A user's folder: the package, as built, is installed there with the others. */
async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "orgtype-types-"));
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  await mkdir(join(folder, "node_modules"));
  for (const name of ["@jsforce", "@types", "openapi-fetch", "openapi-typescript-helpers"]) {
    await symlink(join(root, "node_modules", name), join(folder, "node_modules", name));
  }
  await symlink(root, join(folder, "node_modules/orgtype"));
  return folder;
}

async function resultsOf(contender: Contender, describes: readonly RawDescribe[]): Promise<Result[]> {
  const folder = await makeFolder();
  try {
    await contender.write(describes, folder);
    const results: Result[] = [];
    for (const [program, text] of Object.entries(contender.programs)) {
      await writeFile(join(folder, "program.ts"), text(describes));
      const measured = await measure(folder, "program.ts", contender.types);
      const alone = results.find((result) => result.program === IMPORT)?.instantiations ?? 0;
      const perQuery = program.startsWith(`${QUERIES}`)
        ? Math.round((measured.instantiations - alone) / Math.min(QUERIES, describes.length))
        : undefined;
      const result = { objects: describes.length, contender: contender.name, program, ...measured, perQuery };
      results.push(
        program === MISTAKES ? { ...result, refused: linesOf(measured.errors), errors: [] } : result,
      );
    }
    return results;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** How many lines of a program have an error. */
function linesOf(errors: readonly string[]): number {
  return new Set(errors.map((error) => /\((\d+),/.exec(error)?.[1])).size;
}

const all: Result[] = [];
for (const size of sizes) {
  const describes = syntheticDescribes(size);
  const results: Result[] = [];
  for (const contender of contenders) results.push(...(await resultsOf(contender, describes)));
  console.log(`\n${size} objects\n\n${table(results)}`);
  all.push(...results);
}
await writeFile(join(import.meta.dirname, "results.json"), `${JSON.stringify(all, null, 2)}\n`);

const checks = checkGoals(all);
console.log(`\n${checks.map(({ text }) => text).join("\n")}`);
const broken = all.filter(({ contender, errors }) => contender === orgtype.name && errors.length > 0);
process.exitCode = broken.length > 0 || checks.some(({ reached }) => !reached) ? 1 : 0;
