import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const execute = promisify(execFile);
const root = join(import.meta.dirname, "../..");
const entries = [
  "orgtype",
  "orgtype/features",
  "orgtype/node",
  "orgtype/mock",
  "orgtype/codegen",
  "orgtype/standard",
];

/** The packed file, installed in a bare folder: what a user gets, with nothing of this repo around it. */
describe.skipIf(!existsSync(join(root, "dist/index.js")))("the packed package", () => {
  let app: string;

  beforeAll(async () => {
    app = await mkdtemp(join(tmpdir(), "orgtype-package-"));
    await writeFile(join(app, "package.json"), JSON.stringify({ name: "app", private: true }));
    const packed = await execute("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", app], {
      cwd: root,
    });
    const tarball = /"filename":\s*"([^"]+)"/.exec(packed.stdout)?.[1];
    await execute("npm", ["install", "--no-audit", "--no-fund", `./${tarball}`], { cwd: app });
  }, 240_000);

  afterAll(async () => {
    await rm(app, { recursive: true, force: true });
  });

  it.each(entries)("%s loads by import and by require, with the same names", async (entry) => {
    await writeFile(
      join(app, "names.mjs"),
      `console.log(JSON.stringify(Object.keys(await import("${entry}"))))`,
    );
    await writeFile(join(app, "names.cjs"), `console.log(JSON.stringify(Object.keys(require("${entry}"))))`);
    const [esm, cjs] = await Promise.all([
      execute("node", ["names.mjs"], { cwd: app }),
      execute("node", ["names.cjs"], { cwd: app }),
    ]);
    const names = (output: string) =>
      (JSON.parse(output) as string[]).filter((name) => name !== "default").sort();
    expect(names(esm.stdout)).toEqual(names(cjs.stdout));
    expect(names(esm.stdout)).not.toEqual([]);
  });

  it.each(["ESM", "CommonJS"])("its types hold in a strict %s project without skipLibCheck", async (kind) => {
    const extension = kind === "ESM" ? "mts" : "cts";
    await writeFile(
      join(app, `consumer.${extension}`),
      `import { clientCredentials, createClient, isOrgtypeError, myDomain } from "orgtype";
       import { connect } from "orgtype/standard";
       const options = { environment: myDomain("acme"), auth: clientCredentials({ clientId: "a", clientSecret: "b" }) };
       export const raw = createClient({ ...options, apiVersion: "66.0" });
       export async function first(): Promise<string | undefined> {
         const sf = await connect(options);
         const account = await sf.Account.find({ select: { Name: true } }).first();
         return account?.Name;
       }
       export const known = (error: unknown): boolean => isOrgtypeError(error, "ApiError");
      `,
    );
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const tsconfig = {
      compilerOptions: {
        noEmit: true,
        strict: true,
        module: "nodenext",
        target: "es2022",
        lib: ["es2023", "dom", "dom.iterable"],
        types: [],
      },
      files: [`consumer.${extension}`],
    };
    await writeFile(join(app, "tsconfig.json"), JSON.stringify(tsconfig));
    const checked = await execute("node", [tsc, "-p", app]).catch((error: { stdout: string }) => error);
    expect(checked.stdout).toBe("");
  });

  it("brings the command line", async () => {
    const { stdout } = await execute("npx", ["--no-install", "orgtype", "--help"], { cwd: app });
    for (const command of ["pull", "generate", "mock"]) expect(stdout).toContain(command);
  });

  it("an error made by the CommonJS copy is known to the ESM copy", async () => {
    await writeFile(
      join(app, "copies.mjs"),
      `import { createRequire } from "node:module";
       import { isOrgtypeError } from "orgtype";
       const { SettingsError } = createRequire(import.meta.url)("orgtype");
       const error = new SettingsError("settings.missing", "no");
       console.log(isOrgtypeError(error, "SettingsError"), isOrgtypeError(error), isOrgtypeError(error, "ApiError"));`,
    );
    const { stdout } = await execute("node", ["copies.mjs"], { cwd: app });
    expect(stdout.trim()).toBe("true true false");
  });

  it.skipIf(process.platform !== "linux").each([22, 24])(
    "works on Node %i: the command line, and a client against the embedded org",
    async (major) => {
      await execute(
        "npm",
        ["install", "--no-save", "--no-audit", "--no-fund", `node-linux-${process.arch}@${major}`],
        { cwd: app },
      );
      await writeFile(
        join(app, "round-trip.mjs"),
        `import { clientCredentials, custom } from "orgtype";
         import { createOrg } from "orgtype/mock";
         import { connect } from "orgtype/standard";
         const org = createOrg();
         const server = await org.listen();
         const sf = await connect({ environment: custom(server.url), auth: clientCredentials(org.credentials) });
         await sf.Account.create({ Name: "Acme" });
         const account = await sf.Account.find({ select: { Name: true }, where: { Name: "Acme" } }).first();
         console.log(process.versions.node.split(".")[0], account.Name);
         await server.close();`,
      );
      const node = join(app, `node_modules/node-linux-${process.arch}/bin/node`);
      const { stdout } = await execute(node, ["round-trip.mjs"], { cwd: app });
      expect(stdout.trim()).toBe(`${major} Acme`);
      const cli = await execute(node, ["node_modules/orgtype/dist/cli.js", "--version"], { cwd: app });
      expect(cli.stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/);
    },
    240_000,
  );
});
