import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

// The command line as a user runs it: processes, sockets, signals. From source, so that no build is needed.
const bin = resolve(import.meta.dirname, "../../codegen/cli/cli.ts");
const tsx = import.meta.resolve("tsx");
const started = new Set<ChildProcess>();

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "orgtype-e2e-"));
});
afterAll(async () => {
  for (const child of started) child.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

function orgtype(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  const child = spawn(process.execPath, ["--conditions=orgtype-source", "--import", tsx, bin, ...args], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.add(child);
  child.once("exit", () => started.delete(child));
  return child;
}

async function run(args: readonly string[], env: Record<string, string> = {}) {
  const child = orgtype(args, env);
  let out = "";
  let err = "";
  child.stdout?.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    err += chunk;
  });
  const [code] = await once(child, "close");
  return { code, out, err };
}

interface Connection {
  url: string;
  clientId: string;
  clientSecret: string;
  apiVersion: string;
}

/** An embedded org in a process of its own. */
async function startMock(...args: string[]) {
  const child = orgtype(["mock", "--json", ...args]);
  let err = "";
  child.stderr?.on("data", (chunk) => {
    err += chunk;
  });
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const line = await Promise.race([
    once(lines, "line").then(([first]) => String(first)),
    once(child, "exit").then(([code]) =>
      Promise.reject(new Error(`orgtype mock ended with ${code}: ${err}`)),
    ),
  ]);
  const connection: Connection = JSON.parse(line);
  const env = {
    ORGTYPE_URL: connection.url,
    ORGTYPE_CLIENT_ID: connection.clientId,
    ORGTYPE_CLIENT_SECRET: connection.clientSecret,
  };
  const stop = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    const [code] = await once(child, "exit");
    return code as number | null;
  };
  return { connection, env, stop };
}

async function textsBelow(path: string): Promise<Map<string, string>> {
  const entries = await readdir(join(folder, path), { recursive: true, withFileTypes: true });
  const texts = new Map<string, string>();
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = join(entry.parentPath, entry.name);
    texts.set(file.slice(join(folder, path).length + 1), await readFile(file, "utf8"));
  }
  return texts;
}

describe("mock, pull and generate", { timeout: 60_000 }, () => {
  it("go from an org to a client over real HTTP, and a second time change no byte", async () => {
    const org = await startMock();
    expect(org.connection).toEqual({
      url: expect.stringMatching(/^http:\/\/(127\.0\.0\.1|localhost):\d+$/),
      clientId: expect.any(String),
      clientSecret: expect.any(String),
      username: expect.any(String),
      password: expect.any(String),
      accessToken: expect.any(String),
      apiVersion: "66.0",
    });

    const authorize = new URL("/services/oauth2/authorize", org.connection.url);
    const redirect_uri = "http://localhost:1717/callback";
    const { clientId: client_id } = org.connection;
    authorize.search = new URLSearchParams({ response_type: "code", client_id, redirect_uri }).toString();
    const page = await fetch(authorize);
    expect(new URL(page.url).pathname, "`orgtype login` is sent to the login page").toBe("/login");

    const pulled = await run(["pull", "--json"], org.env);
    expect(pulled).toMatchObject({ code: 0 });
    const report = JSON.parse(pulled.out);
    expect(report).toMatchObject({ changed: expect.arrayContaining(["Account", "Contact"]), problems: [] });
    const generated = await run(["generate", "--json"]);
    expect(generated).toMatchObject({ code: 0, err: "" });
    expect(JSON.parse(generated.out)).toMatchObject({
      objects: report.changed.length,
      problems: [],
      notices: [],
    });
    const first = await textsBelow("salesforce");

    const again = await run(["pull", "--json"], org.env);
    expect(JSON.parse(again.out)).toMatchObject({ changed: [], unchanged: report.changed, removed: [] });
    expect(JSON.parse((await run(["generate", "--json"])).out)).toMatchObject({ written: [], removed: [] });
    expect(await textsBelow("salesforce")).toEqual(first);
    for (const text of first.values()) expect(text).not.toContain(org.connection.clientSecret);
    expect(await org.stop("SIGTERM")).toBe(0);
  });

  it("an org can stand in for a snapshot, and ends cleanly when interrupted", async () => {
    const org = await startMock("--snapshot", "salesforce/snapshot");
    const args = ["pull", "--json", "--objects", "Account,Contact", "--snapshot", "copy"];
    expect(JSON.parse((await run(args, org.env)).out)).toMatchObject({
      changed: ["Account", "Contact"],
      problems: [],
    });
    expect(await org.stop("SIGINT")).toBe(0);
  });

  it("a port that is taken, and an org that is not there, are errors in plain words", async () => {
    const org = await startMock();
    const { port } = new URL(org.connection.url);
    const second = await run(["mock", "--port", port]);
    expect(second.out).toBe("");
    expect(second.code).not.toBe(0);
    expect(second.err).toContain(port);
    await org.stop("SIGTERM");
    const gone = await run(["pull"], org.env);
    expect(gone.code).toBe(1);
    expect(gone.err).toMatch(/^error .+/m);
    expect(gone.err).not.toMatch(/ at .+:\d+:\d+/);
  });
});
