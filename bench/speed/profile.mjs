// The command behind `bench/profile`: runs one sample under Node's profiler and sums its own time.
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { names, table } from "./report.mjs";
import { runProgram } from "./rounds.mjs";
import { startStub } from "./stub/stub.mjs";

const CALLS = { scenario: "calls", options: { atATime: 50, count: 6_000 } };
const BULK_ROWS = 1_000_000;
const paths = {
  get: { ...CALLS, options: { ...CALLS.options, method: "retrieve" } },
  create: { ...CALLS, options: { ...CALLS.options, method: "create" } },
  query: { scenario: "query", server: { queryRows: 400_000 } },
  "bulk-query": { scenario: "bulkQuery", server: { bulkRows: BULK_ROWS } },
  "bulk-load": { scenario: "load", options: { rows: 500_000, results: "failures" } },
};
const TOP = 15;

const sources = new Map();

const [path, contender = "orgtype"] = process.argv.slice(2);
if (!Object.hasOwn(paths, path) || !Object.hasOwn(names, contender)) {
  console.error(`bench/profile ${Object.keys(paths).join("|")} [${Object.keys(names).join("|")}]`);
  process.exit(1);
}
const profile = await profiled(paths[path]);
console.log(await report(profile));

async function profiled({ scenario, server, options }) {
  const folder = await mkdtemp(join(tmpdir(), "orgtype-profile-"));
  const stub = await startStub();
  try {
    await stub.configure(server);
    const given = JSON.stringify({ url: stub.url, ...options });
    const flags = ["--cpu-prof", `--cpu-prof-dir=${folder}`, "--cpu-prof-interval=500"];
    const { code, errors } = await runProgram([...flags, "sample.mjs", scenario, contender, given], 120_000);
    if (code !== 0) throw new Error(errors);
    const [file] = await readdir(folder);
    return JSON.parse(await readFile(join(folder, file), "utf8"));
  } finally {
    stub.stop();
    await rm(folder, { recursive: true });
  }
}

async function report({ nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const byOwner = new Map();
  const byFile = new Map();
  const byFunction = new Map();
  let busy = 0;
  for (const [index, id] of samples.entries()) {
    const { callFrame } = byId.get(id);
    if (callFrame.functionName === "(idle)" || callFrame.functionName === "(program)") continue;
    const file = await placeOf(callFrame);
    const name = callFrame.functionName || "(nameless)";
    const microseconds = timeDeltas[index];
    busy += microseconds;
    add(byOwner, ownerOf(file), microseconds);
    add(byFile, file, microseconds);
    add(byFunction, `${name}\t${file}`, microseconds);
  }
  const rows = (from) =>
    [...from]
      .sort(([, a], [, b]) => b - a)
      .slice(0, TOP)
      .map(([key, microseconds]) => [
        ...key.split("\t"),
        `${((100 * microseconds) / busy).toFixed(1)} %`,
        `${(microseconds / 1000).toFixed(0)}`,
      ]);
  return [
    `${path}, ${names[contender]}: ${(busy / 1000).toFixed(0)} ms of own time, idle and native time left out`,
    table(["whose", "own time", "ms"], rows(byOwner)),
    table(["file", "own time", "ms"], rows(byFile)),
    table(["function", "file", "own time", "ms"], rows(byFunction)),
  ].join("\n\n");
}

function add(to, key, value) {
  to.set(key, (to.get(key) ?? 0) + value);
}

function ownerOf(file) {
  if (file.startsWith("src/") || file.startsWith("generated/")) return "orgtype";
  if (file.includes("deps/undici") || file.startsWith("wasm:")) return "Node's fetch";
  if (file.startsWith("node:")) return "Node";
  return file.endsWith(".mjs") ? "the bench" : file;
}

/** Where a function stands: the source file of what was built, the module of Node, or the package. */
async function placeOf({ url, lineNumber }) {
  if (url === "") return "V8";
  // Of WebAssembly, only fetch has some: its parser of HTTP.
  if (!url.startsWith("file:")) return url.split("/", 3).join("/");
  const inPackage = /\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  if (inPackage !== undefined) return inPackage;
  return (await sourcesOf(url)).findLast(({ line }) => line <= lineNumber)?.source ?? url.split("/").at(-1);
}

/** Bundles name the file that each part comes from. */
async function sourcesOf(url) {
  if (!sources.has(url)) {
    const lines = (await readFile(fileURLToPath(url), "utf8")).split("\n");
    const found = lines.flatMap((text, line) => {
      const source = /^\/\/ ((?:src|generated|mock)\/.*)$/.exec(text)?.[1];
      return source === undefined ? [] : [{ line, source }];
    });
    sources.set(url, found);
  }
  return sources.get(url);
}
