import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasOrgdata } from "../support/orgdata.js";
import { REAL_ORGS, writeRealOrg } from "../support/real-orgs.js";

const execute = promisify(execFile);
const root = join(import.meta.dirname, "../..");
const versions = ["5.4", "5.9", "6.0", "7.0"];

/** The type tests as a user's program: against the built package, by the compilers that users have. */
describe.skipIf(!existsSync(join(root, "dist/index.d.ts")))("the types", () => {
  let app: string;

  beforeAll(async () => {
    app = await mkdtemp(join(tmpdir(), "orgtype-typescript-"));
    await writeFile(join(app, "package.json"), JSON.stringify({ private: true, type: "module" }));
    const aliases = versions.map((version) => `typescript-${version}@npm:typescript@${version}`);
    await execute("npm", ["install", "--no-save", "--no-audit", "--no-fund", ...aliases], { cwd: app });
    for (const name of ["orgtype", "expect-type"]) {
      const target = name === "orgtype" ? root : join(root, "node_modules", name);
      await symlink(target, join(app, "node_modules", name));
    }
    await writeFile(join(app, "vitest.d.ts"), vitestTypes);
    const folder = join(root, "test/types");
    const tests = (await readdir(folder)).filter((name) => name.endsWith(".test-d.ts"));
    await mkdir(join(app, "types"));
    // Not as .d.ts: a declaration file is not checked.
    const files = tests.map((name) => `types/${name.replace(".test-d.ts", ".ts")}`);
    await Promise.all(tests.map((name, index) => copyFile(join(folder, name), join(app, files[index]!))));
    await mkdir(join(app, "support"));
    await copyFile(join(root, "test/support/site-schema.ts"), join(app, "support/site-schema.ts"));
    // The describes of real orgs are there on machines that have them.
    for (const org of hasOrgdata ? REAL_ORGS : []) {
      await writeRealOrg(org, join(app, "real", org));
      files.push(`real/${org}/program.ts`);
    }
    const compilerOptions = {
      noEmit: true,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: true,
      module: "nodenext",
      target: "es2022",
      lib: ["es2023", "dom", "dom.iterable"],
      types: [],
    };
    await writeFile(
      join(app, "tsconfig.json"),
      JSON.stringify({ compilerOptions, files: ["vitest.d.ts", ...files] }),
    );
  }, 240_000);

  afterAll(() => rm(app, { recursive: true, force: true }));

  it.each(versions)(
    "hold and refuse the same in TypeScript %s",
    async (version) => {
      const tsc = join(app, `node_modules/typescript-${version}/bin/tsc`);
      const { stdout } = await execute("node", [tsc, "-p", app]).catch((error: { stdout: string }) => error);
      expect(stdout).toBe("");
    },
    240_000,
  );
});

/** As much of vitest as type tests use; its own types ask for more than old compilers have. */
const vitestTypes = `declare module "vitest" {
  export { expectTypeOf } from "expect-type";
  export function describe(name: string, tests: () => void): void;
  export function it(name: string, test: () => void | Promise<void>): void;
}
`;
