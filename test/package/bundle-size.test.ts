import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const program = (client: string) => `
  import { clientCredentials, myDomain } from "orgtype";
  ${client}
  const sf = createClient({ environment: myDomain("acme"), auth: clientCredentials({ clientId: "a", clientSecret: "b" }) });
  const id = await sf.Account.create({ Name: "Acme" });
  for await (const row of sf.query("SELECT Id, Name FROM Account")) console.log(row, id);
`;
const org = `contract: 1, apiVersion: "66.0", metadata: { Account: { fields: {}, parents: {}, children: {} } }`;

/** Login, a create and a query, with the code of nothing else, and with that of everything. */
const programs = {
  "no features": program(
    `import { composeOrg } from "orgtype"; const { createClient } = composeOrg({ ${org}, features: {} });`,
  ),
  "all features": program(
    `import { defineOrg } from "orgtype"; const { createClient } = defineOrg({ ${org} });`,
  ),
};

/** One file, as gzip makes it. What is loaded on demand is in it, too. */
describe.skipIf(!existsSync(join(root, "dist/index.js")))(
  "a program's bundle, from the built package",
  () => {
    let app: string;
    beforeAll(async () => {
      app = await mkdtemp(join(tmpdir(), "orgtype-bundle-"));
      await mkdir(join(app, "node_modules"));
      await symlink(root, join(app, "node_modules/orgtype"));
    });
    afterAll(() => rm(app, { recursive: true, force: true }));

    async function kibibytes(text: string, platform: "node" | "browser" | "neutral"): Promise<number> {
      const entry = join(app, "program.mjs");
      await writeFile(entry, text);
      const { outputFiles = [] } = await build({
        entryPoints: [entry],
        bundle: true,
        minify: true,
        write: false,
        format: "esm",
        target: "es2022",
        platform,
        ...(platform === "neutral" && { mainFields: ["module", "main"] }),
        logLevel: "silent",
      });
      return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length / 1024;
    }

    it.each(["node", "browser", "neutral"] as const)(
      "is small on %s, and smaller without features",
      async (platform) => {
        expect(await kibibytes(programs["no features"], platform)).toBeLessThan(20.5);
        expect(await kibibytes(programs["all features"], platform)).toBeLessThan(50);
      },
    );
  },
);
