// Runs every gate, then the tests; counts each gate as one check and closes with a plain line.
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const scratch = await mkdtemp(join(tmpdir(), "orgtype-test-"));
const report = join(scratch, "vitest.json");
// Outside the repository, for this user's eyes only: the tests note here the secrets they use.
const leaks = join(scratch, "leaks");
await mkdir(leaks, { mode: 0o700 });

// Gates of one stage do not wait for each other. The build writes generated code anew, so its check comes before.
const stages = [
  [
    ["types", "npx", ["--no-install", "tsc", "-p", "tsconfig.json"]],
    ["run time uses web standards only", "npx", ["--no-install", "tsc", "-p", "tsconfig.web.json"]],
    ["format and lint", "npx", ["--no-install", "biome", "check", "--error-on-warnings", "."]],
    ["who may import whom", "npm", ["run", "--silent", "architecture"]],
    ["nothing unused", "npm", ["run", "--silent", "unused"]],
    ["generated code holds no logic", "node", ["scripts/generated-has-no-logic.mjs"]],
    ["generated code is fresh", "node", ["--import", "tsx", "scripts/generated.ts", "--check"]],
  ],
  [["build", "scripts/build", []]],
  [
    ["are the types wrong", "npm", ["run", "--silent", "package:attw"]],
    ["publint", "npm", ["run", "--silent", "package:publint"]],
    ["size budget", "npm", ["run", "--silent", "size"]],
  ],
];

function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const started = Date.now();
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("close", (code) => resolve({ code, output, seconds: (Date.now() - started) / 1000 }));
  });
}

let passed = 0;
let failed = 0;
let skipped = 0;

let everything = "";

async function runGate([name, command, args]) {
  const { code, output, seconds } = await run(command, args);
  everything += output;
  console.log(`${code === 0 ? "ok  " : "FAIL"} ${name} (${seconds.toFixed(1)} s)`);
  if (code === 0) passed++;
  else {
    failed++;
    console.log(output);
  }
}

/** Runs the gates of a stage two at a time. */
async function runGates(stage) {
  const waiting = [...stage];
  const lane = async () => {
    for (let gate = waiting.shift(); gate !== undefined; gate = waiting.shift()) await runGate(gate);
  };
  await Promise.all([lane(), lane()]);
}

for (const stage of stages) await runGates(stage);

const tests = await run(
  "npx",
  ["--no-install", "vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
  { ORGTYPE_LEAK_FOLDER: leaks },
);
console.log(tests.output);
everything += tests.output;
try {
  const counts = JSON.parse(await readFile(report, "utf8"));
  passed += counts.numPassedTests;
  failed += counts.numFailedTests;
  skipped += counts.numPendingTests + counts.numTodoTests;
  // A file that does not even load has no failed test in it.
  if (counts.numFailedTests === 0 && tests.code !== 0) failed++;
} catch {
  failed++;
}
await writeFile(join(leaks, "suite.log"), everything);
await runGate(["no secret in any output", "node", ["--import", "tsx", "scripts/leaks.ts", leaks]]);
await rm(scratch, { recursive: true, force: true });

console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exit(failed === 0 ? 0 : 1);
