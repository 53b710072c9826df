import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { programOf } from "../support/program.js";

// The command line as a user runs it: processes, sockets, signals. From source, so that no build is needed.
const bin = await programOf(resolve(import.meta.dirname, "../../codegen/cli/cli.ts"));
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
  const child = spawn(process.execPath, [bin, ...args], {
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
  accessToken: string;
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
      securityToken: expect.any(String),
      redirectUri: "http://localhost:1717/callback",
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

  it("an org keeps its records and logins in a folder, from run to run", async () => {
    await writeFile(
      join(folder, "seed.json"),
      '{"Account":[{"Name":"Seeded"}],"fill":{"Contact":3},"seed":7}',
    );
    const first = await startMock("--data", "kept", "--seed", "seed.json");
    const accounts = async ({ url, accessToken }: Connection) => {
      const query = `${url}/services/data/v66.0/query?q=SELECT+Id,Name+FROM+Account`;
      const response = await fetch(query, { headers: { Authorization: `Bearer ${accessToken}` } });
      return ((await response.json()) as { records: { Id: string; Name: string }[] }).records;
    };
    const create = async ({ url, accessToken }: Connection, Name: string) => {
      const response = await fetch(`${url}/services/data/v66.0/sobjects/Account`, {
        method: "POST",
        headers: { Authorization: `Bearer ${accessToken}`, "Content-Type": "application/json" },
        body: JSON.stringify({ Name }),
      });
      return ((await response.json()) as { id: string }).id;
    };
    const made = await create(first.connection, "Made");
    expect(await first.stop("SIGTERM")).toBe(0);
    expect(await readdir(join(folder, "kept"))).toEqual(["org.json"]);

    const second = await startMock("--data", "kept", "--seed", "seed.json");
    expect(second.connection.clientSecret).toBe(first.connection.clientSecret);
    expect((await accounts(second.connection)).map(({ Name }) => Name)).toEqual(["Seeded", "Made"]);
    const next = await create(second.connection, "Next");
    expect(next > made).toBe(true);
    expect(await second.stop("SIGTERM")).toBe(0);

    await writeFile(join(folder, "kept/org.json"), "{");
    const broken = await run(["mock", "--data", "kept"]);
    expect(broken).toMatchObject({ code: 2, out: "" });
    expect(broken.err).toContain("holds no org");
  });

  it("an org is made anew when its seed changes", async () => {
    const seed = join(folder, "watched.json");
    await writeFile(seed, '{"Account":[{"Name":"Before"}]}');
    const org = await startMock("--seed", "watched.json", "--watch");
    const names = async () => {
      const { url, accessToken } = org.connection;
      const query = `${url}/services/data/v66.0/query?q=SELECT+Name+FROM+Account`;
      const response = await fetch(query, { headers: { Authorization: `Bearer ${accessToken}` } });
      return ((await response.json()) as { records: { Name: string }[] }).records.map(({ Name }) => Name);
    };
    expect(await names()).toEqual(["Before"]);
    await writeFile(seed, '{"Account":[{"Name":"After"}]}');
    await expect.poll(() => names().catch(() => []), { timeout: 10_000 }).toEqual(["After"]);
    expect(await org.stop("SIGTERM")).toBe(0);
  });

  it("a seed that cannot be used is told of in plain words", async () => {
    await writeFile(join(folder, "bad.json"), '{"Account":[{"Nmae":"x"}]}');
    const { code, out, err } = await run(["mock", "--seed", "bad.json"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("Nmae");
    expect((await run(["mock", "--seed", "none.json"])).err).toContain("none.json cannot be read");
    expect((await run(["mock", "--watch"])).err).toContain("nothing to watch");
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
