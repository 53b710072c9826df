import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

/** What one program costs the compiler. */
export interface Measurement {
  readonly types: number;
  readonly instantiations: number;
  readonly megabytes: number;
  readonly milliseconds: number;
  readonly errors: readonly string[];
}

const execute = promisify(execFile);
const root = resolve(import.meta.dirname, "../..");

const compilerOptions = {
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  module: "nodenext",
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
};

/** Checks one file of a folder by `tsc`, as a user does, in a process of its own. */
export async function measure(folder: string, file: string, types: readonly string[]): Promise<Measurement> {
  const config = join(folder, "tsconfig.json");
  await writeFile(config, JSON.stringify({ compilerOptions: { ...compilerOptions, types }, files: [file] }));
  const tsc = join(root, "node_modules/typescript/lib/tsc.js");
  const flags = ["--expose-gc", "--max-old-space-size=4096"];
  const { stdout } = await execute("node", [...flags, tsc, "-p", config, "--extendedDiagnostics"], {
    maxBuffer: 64e6,
  }).catch((error: { stdout: string }) => error);
  return {
    types: figure(stdout, "Types"),
    instantiations: figure(stdout, "Instantiations"),
    // To a tenth, so that a goal is not reached by rounding.
    megabytes: Math.round(figure(stdout, "Memory used") / 100) / 10,
    milliseconds: Math.round(figure(stdout, "Check time") * 1_000),
    errors: stdout.split("\n").filter((line) => / error TS\d+:/.test(line)),
  };
}

function figure(diagnostics: string, name: string): number {
  const [, digits] = new RegExp(`^${name}:\\s+([\\d.]+)`, "m").exec(diagnostics) ?? [];
  if (digits === undefined) throw new Error(`tsc said nothing of ${name}:\n${diagnostics.slice(0, 500)}`);
  return Number(digits);
}
