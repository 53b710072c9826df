// What a newcomer does, from an empty folder, against the embedded org over real HTTP.
import { spawn } from "node:child_process";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

const started = Date.now();
const root = resolve(import.meta.dirname, "..");
const app = await mkdtemp(join(tmpdir(), "orgtype-demo-"));
const step = (text) => console.log(`\n[${((Date.now() - started) / 1000).toFixed(1)} s] ${text}`);

function run(command, args, { cwd = app, env = {}, quiet = false } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const take = (stream) => (chunk) => {
      output += chunk;
      if (!quiet) stream.write(chunk);
    };
    child.stdout.on("data", take(process.stdout));
    child.stderr.on("data", take(process.stderr));
    child.on("error", fail);
    child.on("close", (code) => {
      if (code === 0) return done(output);
      if (quiet) console.error(output);
      fail(new Error(`${command} ${args.join(" ")} ended with exit code ${code}`));
    });
  });
}

/** Starts the embedded org as a process of its own; resolves with the one JSON line it prints. */
function startOrg() {
  const child = spawn("npx", ["--no-install", "orgtype", "mock", "--json"], {
    cwd: app,
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  const connection = new Promise((done, fail) => {
    createInterface({ input: child.stdout }).once("line", (line) => done(JSON.parse(line)));
    child.once("close", (code) => fail(new Error(`orgtype mock ended with exit code ${code}`)));
  });
  // npx runs the org as a child of its own: end the whole group.
  return { connection, stop: () => process.kill(-child.pid, "SIGTERM") };
}

const appPackage = { name: "demo-app", private: true, type: "module" };
const appTypes = {
  compilerOptions: { module: "NodeNext", target: "ES2022", strict: true, outDir: "built", types: ["node"] },
  include: ["main.ts", "salesforce"],
};

let org;
try {
  step("A fresh app folder, with orgtype installed from its packed file");
  await writeFile(join(app, "package.json"), JSON.stringify(appPackage));
  await writeFile(join(app, "tsconfig.json"), JSON.stringify(appTypes));
  await copyFile(join(root, "examples/quick-start/main.ts"), join(app, "main.ts"));
  const packed = await run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", app], {
    cwd: root,
    quiet: true,
  });
  const tarball = packed.match(/"filename":\s*"([^"]+)"/)[1];
  const { devDependencies } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  await run(
    "npm",
    [
      "install",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
      `./${tarball}`,
      `typescript@${devDependencies.typescript}`,
      `@types/node@${devDependencies["@types/node"]}`,
    ],
    { quiet: true },
  );

  step("The embedded org, as its own process on a free loopback port");
  org = startOrg();
  const { url, clientId, clientSecret } = await org.connection;
  console.log(`It listens on ${url}`);
  const env = { ORGTYPE_URL: url, ORGTYPE_CLIENT_ID: clientId, ORGTYPE_CLIENT_SECRET: clientSecret };

  step("orgtype pull: the org's describes into salesforce/snapshot");
  await run("npx", ["--no-install", "orgtype", "pull"], { env });

  step("orgtype generate: the snapshot into a typed client");
  await run("npx", ["--no-install", "orgtype", "generate"], { env });

  step("tsc --strict on a program that uses it");
  await run("npx", ["--no-install", "tsc", "-p", "."]);
  console.log("No errors.");

  step("The program itself");
  await run("node", ["built/main.js"], { env });
  step("Done.");
} finally {
  org?.stop();
  await rm(app, { recursive: true, force: true });
}
