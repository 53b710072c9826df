// How much code a program brings along that logs in, queries and creates: bundled by esbuild, minified, gzipped.
// As one file, which has all that might be loaded in it, and split, where code that is loaded when needed is counted
// apart, and the program is run to see how much of it that is.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { generate } from "orgtype/codegen";
import { standardDescribes } from "orgtype/mock";
import { absolute, shown, table } from "../report.mjs";
import { runProgram } from "../rounds.mjs";

const KIB = 1_024;
const COMPOSED = "orgtype, `features: []`";
const DEFAULT = "orgtype, all features (the default)";
const MADE = join(import.meta.dirname, "../.made");
const PLATFORMS = {
  node: { platform: "node", target: "node20" },
  browser: { platform: "browser", target: "es2022" },
  neutral: { platform: "neutral", target: "es2022", mainFields: ["module", "main"] },
};

const orgtypeProgram = (client, library = "orgtype") => `
import { clientCredentials, custom } from "${library}";
import { connect } from ${JSON.stringify(client)};
const { url, clientId, clientSecret } = globalThis.settings;
const sf = await connect({ environment: custom(url), auth: clientCredentials({ clientId, clientSecret }) });
for await (const { Name } of sf.query("SELECT Id, Name FROM Account")) globalThis.read = Name;
globalThis.created = await sf.Account.create({ Name: "Acme" });
`;
const jsforceProgram = `
import jsforce from "jsforce";
const { url, clientId, clientSecret } = globalThis.settings;
const sf = new jsforce.Connection({ loginUrl: url, instanceUrl: url, version: "66.0", oauth2: { loginUrl: url, clientId, clientSecret } });
await sf.authorize({ grant_type: "client_credentials" });
for await (const { Name } of sf.query("SELECT Id, Name FROM Account").stream("record")) globalThis.read = Name;
globalThis.created = (await sf.sobject("Account").create({ Name: "Acme" })).id;
`;

export async function size({ stub }) {
  await stub.configure();
  await rm(MADE, { recursive: true, force: true });
  await generateAccount(join(MADE, "account"));
  await generateAccount(join(MADE, "composed"), []);
  const programs = [
    { label: COMPOSED, text: orgtypeProgram("./composed/index.js", "orgtype/compose") },
    { label: DEFAULT, text: orgtypeProgram("./account/index.js") },
    { label: "orgtype/standard, 22 objects", text: orgtypeProgram("orgtype/standard") },
    { label: "jsforce", text: jsforceProgram },
  ];
  const rows = [];
  for (const { label, text } of programs) {
    for (const platform of Object.keys(PLATFORMS)) {
      rows.push({ label, platform, ...(await sizesOf(text, platform, stub.url)) });
    }
  }
  return {
    title: "Size",
    goals: Object.keys(PLATFORMS).map((platform) => {
      const of = (label) => rows.find((row) => row.label === label && row.platform === platform);
      const peer = of("jsforce");
      const beside =
        peer.failure === undefined ? `${shown(peer.whole, "KiB")} jsforce` : `jsforce: ${peer.failure}`;
      return absolute({
        measure: `login + query + create, min + gzip, one file, client of \`features: []\`, ${platform}`,
        unit: "KiB",
        ours: [of(COMPOSED).whole],
        beside: `${shown(of(DEFAULT).whole, "KiB")} with all features; ${beside}`,
        goal: { most: 15 },
      });
    }),
    tables: [
      {
        title: "KiB, min + gzip, of a program that logs in, queries and creates",
        text: table(
          ["", "one file", "split: at its start", "split: loaded when run", "split: with all it might load"],
          rows.map(({ label, platform, whole, atStart, used, all, failure }) => [
            `${label}, ${platform}`,
            failure ?? whole,
            atStart,
            used,
            all,
          ]),
        ),
      },
    ],
    samples: rows,
  };
}

/** What `orgtype generate` writes for an org of which only Account is wanted. */
async function generateAccount(out, features) {
  const source = {
    async *read() {
      const [account] = standardDescribes().filter(({ name }) => name === "Account");
      yield { origin: account.name, input: account };
    },
  };
  await generate({ source, apiVersion: "66.0", out, features });
}

async function sizesOf(text, platform, url) {
  const folder = join(MADE, "bundle");
  try {
    const bundled = (splitting) =>
      build({
        ...PLATFORMS[platform],
        stdin: { contents: text, resolveDir: MADE, sourcefile: "program.js" },
        absWorkingDir: MADE,
        outdir: folder,
        outExtension: { ".js": ".mjs" },
        format: "esm",
        bundle: true,
        minify: true,
        splitting,
        metafile: true,
        write: false,
        logLevel: "silent",
      });
    const [whole] = (await bundled(false)).outputFiles;
    const { outputFiles, metafile } = await bundled(true);
    const files = new Map(outputFiles.map(({ path, contents }) => [basename(path), contents]));
    const kib = (names) => [...names].reduce((sum, name) => sum + gzipSync(files.get(name)).length, 0) / KIB;
    const entry = basename(outputFiles.find(({ path }) => /stdin/.test(path)).path);
    const loaded = await loadedFiles(files, entry, url, folder);
    return {
      whole: gzipSync(whole.contents).length / KIB,
      atStart: kib(staticFiles(metafile, entry)),
      used: kib(loaded),
      all: kib(files.keys()),
    };
  } catch (error) {
    return { failure: error.errors === undefined ? error.message : "does not build without polyfills" };
  }
}

/** The entry and what it imports, without what is imported when needed. */
function staticFiles(metafile, entry) {
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]));
  const found = new Set([entry]);
  for (const name of found) {
    for (const { path, kind } of outputs.get(name).imports) {
      if (kind === "import-statement" && outputs.has(basename(path))) found.add(basename(path));
    }
  }
  return found;
}

/** Runs the program, and answers which of its files were loaded. */
async function loadedFiles(files, entry, url, folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, contents] of files) {
    const noted = `(globalThis.loaded ??= []).push(${JSON.stringify(name)});`;
    await writeFile(join(folder, name), `${noted}${Buffer.from(contents)}`);
  }
  const settings = { url, clientId: "client", clientSecret: "secret" };
  // What was CommonJS asks for Node's modules by `require`.
  const main = `import { createRequire } from "node:module";
globalThis.require = createRequire(import.meta.url);
globalThis.settings = ${JSON.stringify(settings)};
await import("./${entry}");
if (!globalThis.read || !globalThis.created) throw new Error("it did nothing");
console.log(JSON.stringify(globalThis.loaded));
process.exit(0);
`;
  await writeFile(join(folder, "main.mjs"), main);
  const { output, errors, code } = await runProgram([join(folder, "main.mjs")], 30_000);
  if (code !== 0) throw new Error(`does not run: ${/^\w*Error.*$/m.exec(errors)?.[0] ?? code}`);
  return JSON.parse(output);
}
