// What types cost, by the size of the org. Instantiations and types are the same in each run; times are not.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { generate, type RawDescribe } from "orgtype/codegen";
import type { Measurement } from "./measure.js";
import { type ProgramName, programs, programText, QUERIES } from "./programs.js";
import { syntheticDescribes } from "./synthetic-describes.js";

const execute = promisify(execFile);
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [100, 500, 1_500];
/** Instantiations a query that may not be passed; the prototypes, measured before this was built, had these. */
const known: Partial<Record<ProgramName, { prototype: number; goal: number }>> = {
  "50 literal queries": { prototype: 2_165, goal: 2_500 },
  "50 literal queries, two binds each": { prototype: Number.NaN, goal: 2_500 },
  "50 finds": { prototype: 1_680, goal: 2_000 },
};

async function generateOrg(describes: readonly RawDescribe[]): Promise<string> {
  const out = await mkdtemp(join(tmpdir(), "orgtype-types-"));
  await generate({
    source: {
      async *read() {
        for (const input of describes) yield { origin: input.name, input };
      },
    },
    apiVersion: "66.0",
    out,
  });
  // Without it the files would be taken for CommonJS.
  await writeFile(join(out, "package.json"), '{ "type": "module" }');
  return out;
}

/** In a process of its own, so that memory is that of one program. */
async function measured(file: string): Promise<Measurement> {
  const script = join(import.meta.dirname, "measure.ts");
  const { stdout } = await execute("node", [
    "--expose-gc",
    "--max-old-space-size=4096",
    "--import",
    "tsx",
    script,
    file,
  ]);
  return JSON.parse(stdout);
}

function print(cells: readonly (string | number)[]): void {
  const [name = "", ...rest] = cells.map((cell) =>
    typeof cell === "number" ? cell.toLocaleString("en") : cell,
  );
  console.log(name.padEnd(46) + rest.map((cell) => cell.padStart(16)).join(""));
}

let failed = false;
for (const size of sizes) {
  const describes = syntheticDescribes(size);
  const out = await generateOrg(describes);
  try {
    print([`${size} objects`, "types", "instantiations", "each", "prototype", "goal", "MB", "ms"]);
    let empty = 0;
    for (const name of Object.keys(programs) as ProgramName[]) {
      const file = join(out, "program.ts");
      await writeFile(file, programText(name, describes));
      const { types, instantiations, megabytes, milliseconds, errors } = await measured(file);
      empty ||= instantiations;
      const each = Math.round((instantiations - empty) / QUERIES);
      const { prototype = Number.NaN, goal = Number.NaN } = known[name] ?? {};
      const shown = (value: number) => (Number.isNaN(value) ? "" : value);
      print([
        name,
        types,
        instantiations,
        name.startsWith("50") ? each : "",
        shown(prototype),
        shown(goal),
        megabytes,
        milliseconds,
      ]);
      for (const error of errors.slice(0, 3)) console.error(error);
      failed ||= errors.length > 0 || each > goal;
    }
    console.log();
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}
process.exitCode = failed ? 1 : 0;
