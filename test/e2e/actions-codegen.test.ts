import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clientCredentials, createClient, custom } from "orgtype";
import { type DescribingClient, generate, openSnapshot, orgSource, pull } from "orgtype/codegen";
import { type ActionHandlers, createOrg, type Listening } from "orgtype/mock";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";

const nothing = () => null;
const flows = Object.fromEntries(
  Array.from({ length: 30 }, (_, index) => [`custom/flow/Flow_${String(index).padStart(2, "0")}`, nothing]),
);
const actions: ActionHandlers = {
  ...flows,
  "custom/flow/ns__Total": {
    inputs: [{ name: "account", type: "SOBJECT", sobjectType: "Account", required: true }],
    outputs: [{ name: "total", type: "DOUBLE" }],
    run: nothing,
  },
  "custom/apex/Scorer": nothing,
  "custom/emailAlert/Account/Welcome": nothing,
  "standard/emailSimple": nothing,
};

/** From the actions of an org to generated code, over a real socket. */
describe("actions, pulled and generated", () => {
  const org = createOrg({ actions });
  let server: Listening;
  let client: DescribingClient;
  let folder: string;

  beforeAll(async () => {
    server = await org.listen();
    client = createClient({
      apiVersion: "66.0",
      environment: custom(server.url),
      auth: clientCredentials(org.credentials),
      retry: { firstDelayMs: 1 },
    });
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "orgtype-actions-"));
    org.forgetRequests();
  });
  afterEach(async () => {
    org.faults.clear();
    await rm(folder, { recursive: true, force: true });
  });

  const snapshot = () => join(folder, "snapshot");
  const pulled = (globs: string[] | undefined, onActionProgress?: (done: number, total: number) => void) => {
    const source = orgSource(client, {
      objects: ["Account"],
      actions: globs,
      ...(onActionProgress && { onActionProgress }),
    });
    return pull({ source, snapshot: snapshot() });
  };
  const files = async (below: string) => {
    const entries = await readdir(below, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(below.length + 1))
      .sort();
  };
  const batches = () => org.requests.filter(({ path }) => path.endsWith("/composite/batch"));

  it("takes those of the globs, 25 to a request, and a second time changes no byte", async () => {
    const progress: string[] = [];
    const first = await pulled(["flow/*", "emailalert/*", "!flow/Flow_0*"], (done, total) =>
      progress.push(`${done}/${total}`),
    );
    expect(first.problems).toEqual([]);
    expect(first.actions.changed).toHaveLength(22);
    expect(first.actions.changed).toContain("emailAlert/Account/Welcome");
    expect(batches()).toHaveLength(1);
    expect(progress).toEqual(["0/22", "22/22"]);
    expect((await files(join(snapshot(), "actions"))).slice(0, 2)).toEqual([
      "emailAlert/Account/Welcome.json",
      "flow/Flow_10.json",
    ]);
    const index = await readFile(join(snapshot(), "_snapshot.json"), "utf8");
    const again = await pulled(["flow/*", "emailalert/*", "!flow/Flow_0*"]);
    expect(again.actions).toMatchObject({ changed: [], removed: [] });
    expect(again.actions.unchanged).toHaveLength(22);
    expect(await readFile(join(snapshot(), "_snapshot.json"), "utf8")).toBe(index);
  });

  it("asks for none where none are chosen, and then has none", async () => {
    const before = await pulled(["standard/emailSimple"]);
    expect(before.actions.changed).toEqual(["standard/emailSimple"]);
    org.forgetRequests();
    const { actions: after } = await pulled(undefined);
    expect(after).toEqual({ changed: [], unchanged: [], removed: ["standard/emailSimple"] });
    expect(org.requests.filter(({ path }) => path.includes("actions") || path.endsWith("batch"))).toEqual([]);
    expect(await files(snapshot())).toEqual(["Account.json", "_snapshot.json"]);
    expect(await readFile(join(snapshot(), "_snapshot.json"), "utf8")).not.toContain("actions");
  });

  it("tells of actions that are not there, and takes the others", async () => {
    const { actions: taken, problems } = await pulled(["apex/Scorer", "apex/Scorre", "flow/Nowhere*"]);
    expect(taken.changed).toEqual(["apex/Scorer"]);
    expect(problems.map(({ message }) => message)).toEqual([
      "apex/Scorre: the org has no such action, or the user may not run it.",
    ]);
  });

  it("keeps what the snapshot has of actions that could not be asked for", async () => {
    await pulled(["apex/*", "flow/ns__*"]);
    org.faults.always({
      path: "/actions/custom/apex",
      status: 403,
      code: "INSUFFICIENT_ACCESS",
      message: "no",
    });
    const { actions: taken, problems } = await pulled(["apex/*", "flow/ns__*"]);
    expect(taken).toEqual({ changed: [], unchanged: ["apex/Scorer", "flow/ns__Total"], removed: [] });
    expect(problems.map(({ message }) => message)).toEqual(["apex: INSUFFICIENT_ACCESS: no."]);
    org.faults.clear();
    org.faults.always({ path: "/composite/batch", status: 500, code: "UNKNOWN_EXCEPTION" });
    const broken = await pulled(["flow/ns__*"]);
    expect(broken.actions).toEqual({ changed: [], unchanged: ["flow/ns__Total"], removed: ["apex/Scorer"] });
    expect(broken.problems).toHaveLength(1);
  });

  it("generates the same from the snapshot and from the org, and takes back what is no longer pulled", async () => {
    await pulled(["flow/ns__*", "standard/*"]);
    const out = join(folder, "salesforce");
    const source = await openSnapshot(snapshot());
    const report = await generate({ source, apiVersion: "66.0", out });
    expect(report).toMatchObject({ objects: 1, actions: 2, problems: [] });
    const text = await readFile(join(out, "actions.d.ts"), "utf8");
    expect(text).toContain('account: $.RecordOf<"Account">;');
    expect(await readFile(join(out, "manifest.json"), "utf8")).toContain('"actions.d.ts"');

    const live = orgSource(client, { objects: ["Account"], actions: ["flow/ns__*", "standard/*"] });
    const again = await generate({ source: live, apiVersion: "66.0", out });
    expect(again).toMatchObject({ written: [], removed: [] });

    const fewer = await generate({ source, apiVersion: "66.0", out, actions: ["standard/*"] });
    expect(fewer).toMatchObject({ actions: 1, removed: [] });
    await pulled(undefined);
    const none = await generate({ source: await openSnapshot(snapshot()), apiVersion: "66.0", out });
    expect(none).toMatchObject({ actions: 0, removed: ["actions.d.ts"] });
    expect(await readFile(join(out, "index.ts"), "utf8")).toContain("defineOrg<Schema>(");
  });

  it("tells of a describe in the snapshot that cannot be used, and generates the rest", async () => {
    await pulled(["flow/ns__*", "apex/*"]);
    await writeFile(join(snapshot(), "actions/apex/Scorer.json"), '{ "inputs": [] }');
    const source = await openSnapshot(snapshot());
    const { actions: count, problems } = await generate({
      source,
      apiVersion: "66.0",
      out: join(folder, "out"),
    });
    expect(count).toBe(1);
    expect(problems.map(({ message }) => message)).toEqual(["apex/Scorer: outputs is missing."]);
  });
});
