import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { createOrg } from "orgtype/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generateStandard } from "../../scripts/generate-standard.js";

const execute = promisify(execFile);
const root = join(import.meta.dirname, "../..");
const scratch = join(root, "test/.docs");
const pages = ["README.md", ...(await readdir(join(root, "docs/guide"))).map((name) => `docs/guide/${name}`)];

/** The TypeScript of a page, as the one program a reader would type from its top to its end. */
async function programOf(page: string): Promise<string> {
  const text = await readFile(join(root, page), "utf8");
  const blocks = [...text.matchAll(/^```ts\n(.*?)^```/gms)].map((match) => match[1]);
  return blocks.join("\n");
}

/** A page about tests is a test file; every other one is a program. */
async function commandFor(name: string): Promise<string[]> {
  const path = join(scratch, name);
  if (!(await readFile(path, "utf8")).includes('from "vitest"')) {
    return ["--unhandled-rejections=strict", path.replace(/\.ts$/, ".js")];
  }
  const config = `${path}.config.mjs`;
  const text = `import shared from "../../vitest.config.ts";
export default { ...shared, root: import.meta.dirname, test: { include: [${JSON.stringify(name)}] } };
`;
  await writeFile(config, text);
  return [join(root, "node_modules/vitest/vitest.mjs"), "run", "--config", config];
}

/** Every snippet of the docs is compiled strictly and run on the built package, page by page, each against an org of its own. */
describe("the docs", () => {
  const programs = new Map<string, string>();

  beforeAll(async () => {
    await rm(scratch, { recursive: true, force: true });
    await mkdir(scratch, { recursive: true });
    await generateStandard(join(scratch, "salesforce"), { custom: true });
    for (const page of pages) {
      const program = await programOf(page);
      if (program === "") continue;
      const name = `${page.replaceAll(/[^a-zA-Z]+/g, "-")}.ts`;
      programs.set(page, name);
      await writeFile(join(scratch, name), `${program}\nexport {};\n`);
    }
    await writeFile(
      join(scratch, "quick-start.ts"),
      await readFile(join(root, "examples/quick-start/main.ts"), "utf8"),
    );
    const tsconfig = {
      extends: "../../tsconfig.json",
      files: [...programs.values(), "quick-start.ts"],
      include: [],
      compilerOptions: { noUnusedLocals: true },
    };
    await writeFile(join(scratch, "tsconfig.json"), JSON.stringify(tsconfig));
    await build({
      entryPoints: [join(scratch, "*.ts"), join(scratch, "salesforce/**/*.ts")],
      outbase: scratch,
      outdir: scratch,
      format: "esm",
      logLevel: "error",
    });
  });

  afterAll(() => rm(scratch, { recursive: true, force: true }));

  it("compile", async () => {
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const { stdout } = await execute("node", [tsc, "-p", scratch]).catch(
      (error: { stdout: string }) => error,
    );
    expect(stdout).toBe("");
  }, 240_000);

  it.each(pages)(
    "%s runs",
    async (page) => {
      const name = programs.get(page);
      expect(name, `${page} has no snippet`).toBeDefined();
      const org = createOrg();
      const server = await org.listen();
      const { clientId, clientSecret } = org.credentials;
      try {
        await execute("node", await commandFor(name!), {
          cwd: scratch,
          timeout: 60_000,
          env: {
            ...process.env,
            ORGTYPE_URL: server.url,
            ORGTYPE_CLIENT_ID: clientId,
            ORGTYPE_CLIENT_SECRET: clientSecret,
          },
        });
      } finally {
        await server.close();
      }
    },
    90_000,
  );
});
