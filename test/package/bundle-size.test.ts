import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { generate } from "orgtype/codegen";
import { createOrg, standardDescribes } from "orgtype/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const execute = promisify(execFile);
const root = join(import.meta.dirname, "../..");
const platforms = ["node", "browser", "neutral"] as const;
type Platform = (typeof platforms)[number];

/** Login, a query and a create. */
const program = (client: string, library: string) => `
  import { clientCredentials, custom } from "${library}";
  import { connect } from "./${client}/index.js";
  const { url, clientId, clientSecret } = globalThis.settings;
  const sf = await connect({ environment: custom(url), auth: clientCredentials({ clientId, clientSecret }) });
  const id = await sf.Account.create({ Name: "Acme" });
  for await (const { Id, Name } of sf.query("SELECT Id, Name FROM Account WHERE Name = 'Acme'")) {
    globalThis.done = { isSame: Id === id, Name };
  }
`;
/** The same, and two things that fail. */
const failing = (client: string, library: string) => `${program(client, library)}
  const told = ({ name, code, hint }) => ({ name, code, hint });
  globalThis.done.refused = await sf.query("SELECT Nmae FROM Account").all().catch(told);
  const auth = clientCredentials({ clientId, clientSecret: "wrong" });
  globalThis.done.login = await connect({ environment: custom(url), auth }).catch(told);
`;

describe.skipIf(!existsSync(join(root, "dist/index.js")))(
  "a program's bundle, from the built package",
  () => {
    let app: string;
    beforeAll(async () => {
      app = await mkdtemp(join(tmpdir(), "orgtype-bundle-"));
      await mkdir(join(app, "node_modules"));
      await symlink(root, join(app, "node_modules/orgtype"));
      await writeClient("composed", []);
      await writeClient("whole");
      await writeFile(join(app, "composed.mjs"), program("composed", "orgtype/compose"));
      await writeFile(join(app, "composed-from-orgtype.mjs"), program("composed", "orgtype"));
      await writeFile(join(app, "whole.mjs"), program("whole", "orgtype"));
      await writeFile(join(app, "composed-failing.mjs"), failing("composed", "orgtype/compose"));
      await writeFile(join(app, "whole-failing.mjs"), failing("whole", "orgtype"));
    });
    afterAll(() => rm(app, { recursive: true, force: true }));

    /** What `orgtype generate` writes for an org of which only Account is wanted. */
    async function writeClient(folder: string, features?: readonly []): Promise<void> {
      const source = {
        async *read() {
          for (const input of standardDescribes()) {
            if (input.name === "Account") yield { origin: input.name, input };
          }
        },
      };
      await generate({ source, apiVersion: "66.0", out: join(app, folder), features });
    }

    async function bundle(name: string, platform: Platform, splitting = false) {
      const { metafile } = await build({
        entryPoints: [join(app, `${name}.mjs`)],
        absWorkingDir: app,
        outdir: join(app, "out", `${name}-${platform}-${splitting}`),
        outExtension: { ".js": ".mjs" },
        bundle: true,
        minify: true,
        splitting,
        metafile: true,
        format: "esm",
        target: "es2022",
        platform,
        ...(platform === "neutral" && { mainFields: ["module", "main"] }),
        logLevel: "silent",
      });
      const paths = Object.keys(metafile.outputs);
      const entry = paths.find((path) => basename(path) === `${name}.mjs`) ?? "";
      return { entry: join(app, entry), start: startOf(metafile.outputs, entry) };
    }

    it.each(platforms)("is at most 15 KiB on %s for login, query and create, whole", async (platform) => {
      for (const name of ["composed", "composed-from-orgtype"]) {
        expect(await kibibytes((await bundle(name, platform)).start)).toBeLessThanOrEqual(15);
      }
    });

    it.each(platforms)("is smaller on %s where the bundler splits it", async (platform) => {
      expect(await kibibytes((await bundle("composed", platform, true)).start)).toBeLessThanOrEqual(13);
    });

    it.each(platforms)(
      "is at most 33 KiB on %s with all features, before more is needed",
      async (platform) => {
        expect(await kibibytes((await bundle("whole", platform, true)).start)).toBeLessThanOrEqual(33);
        expect(await kibibytes((await bundle("whole", platform)).start)).toBeLessThanOrEqual(94);
      },
    );

    const cases = platforms.flatMap((platform) =>
      [false, true].flatMap((splitting) => [
        ["composed-failing", platform, splitting, /^`npx orgtype explain \w+` tells what to do\.$/] as const,
        ["whole-failing", platform, splitting, /^(Where the field does exist|Check `clientSecret`)/] as const,
      ]),
    );
    it.each(cases)("works: %s, for %s, split: %s", async (name, platform, splitting, hint) => {
      const org = createOrg();
      const server = await org.listen();
      const { clientId, clientSecret } = org.credentials;
      const settings = { url: server.url, clientId, clientSecret };
      const { entry } = await bundle(name, platform, splitting);
      const main = join(app, `main-${name}-${platform}-${splitting}.mjs`);
      await writeFile(
        main,
        `globalThis.settings = ${JSON.stringify(settings)};
await import(${JSON.stringify(entry)});
console.log(JSON.stringify(globalThis.done));`,
      );
      const { stdout } = await execute("node", [main]).finally(() => server.close());
      const { refused, login, ...done } = JSON.parse(stdout);
      expect(done).toEqual({ isSame: true, Name: "Acme" });
      expect(refused).toEqual({ name: "ApiError", code: "INVALID_FIELD", hint: expect.stringMatching(hint) });
      expect(login).toEqual({ name: "AuthError", code: "auth.refused", hint: expect.stringMatching(hint) });
    });

    /** The entry and what it imports, without what is imported when needed. */
    function startOf(
      outputs: Readonly<Record<string, { imports: readonly { path: string; kind: string }[] }>>,
      entry: string,
    ): string[] {
      const found = new Set([entry]);
      for (const path of found) {
        for (const used of outputs[path]?.imports ?? []) {
          if (used.kind === "import-statement" && used.path in outputs) found.add(used.path);
        }
      }
      return Array.from(found, (path) => join(app, path));
    }
  },
);

async function kibibytes(paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    paths.map(async (path) => gzipSync(await readFile(path), { level: 9 }).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}
