import { basename, join } from "node:path";
import { build, type Plugin } from "esbuild";

const root = join(import.meta.dirname, "../..");
/** Where the programs of one run of the tests are, which its end removes. */
export const programsOf = (run: number) => join(root, "test/.programs", `${run}`);
const made = new Map<string, Promise<string>>();

/** Only this package is bundled; what it depends on is loaded as it is installed. */
const othersExternal: Plugin = {
  name: "others-external",
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === "entry-point" || /^orgtype($|\/)/.test(path) ? undefined : { path, external: true },
    );
  },
};

/**
 * A program of the sources as JavaScript, made once: a process that compiles it for itself takes five times as long
 * to start.
 *
 * @returns the file that `node` runs
 */
export function programOf(entry: string): Promise<string> {
  const begun = made.get(entry);
  if (begun !== undefined) return begun;
  const making = bundle(entry);
  made.set(entry, making);
  return making;
}

async function bundle(entry: string): Promise<string> {
  const name = basename(entry, ".ts");
  const outdir = join(programsOf(process.ppid), `${process.pid}-${name}`);
  await build({
    entryPoints: [entry],
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    conditions: ["orgtype-source"],
    plugins: [othersExternal],
  });
  return join(outdir, `${name}.mjs`);
}
