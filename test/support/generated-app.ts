import { mkdir, mkdtemp, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generate, type RawAction, type RawDescribe } from "orgtype/codegen";

const root = join(import.meta.dirname, "../..");

/** What an app of ours is compiled with; the sources of this package stand for what is built of them. */
export const COMPILER_OPTIONS = {
  strict: true,
  exactOptionalPropertyTypes: true,
  module: "nodenext",
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
  types: [],
  customConditions: ["orgtype-source"],
} as const;

/** A new folder with the generated client of an org in it, which has this package installed; the caller removes it. */
export async function writeGeneratedApp(
  describes: readonly RawDescribe[],
  {
    actions = {},
    compilerOptions = {},
  }: { actions?: Readonly<Record<string, RawAction>>; compilerOptions?: object } = {},
): Promise<string> {
  const app = await mkdtemp(join(tmpdir(), "orgtype-app-"));
  const source = {
    async *read() {
      for (const input of describes) yield { origin: input.name, input };
    },
    async *readActions() {
      for (const [origin, input] of Object.entries(actions)) yield { origin, input };
    },
  };
  await generate({ source, apiVersion: "66.0", out: app });
  await mkdir(join(app, "node_modules"));
  await symlink(root, join(app, "node_modules/orgtype"));
  const options = { ...COMPILER_OPTIONS, ...compilerOptions };
  await writeFile(
    join(app, "tsconfig.json"),
    JSON.stringify({ compilerOptions: options, files: ["app.ts"] }),
  );
  await writeFile(join(app, "package.json"), JSON.stringify({ type: "module" }));
  return app;
}
