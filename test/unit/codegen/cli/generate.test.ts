import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Workplace, workplace } from "../support/cli.js";
import { field, id, reference, sobject } from "../support/describes.js";

let place: Workplace;
beforeEach(async () => {
  place = await workplace();
});
afterEach(() => place.remove());

async function put(path: string, content: unknown): Promise<void> {
  const target = join(place.folder, path);
  await mkdir(join(target, ".."), { recursive: true });
  await writeFile(target, typeof content === "string" ? content : JSON.stringify(content));
}

async function putSnapshot(folder = "salesforce/snapshot"): Promise<void> {
  const contact = sobject("Contact", [id, reference("AccountId", "Account", ["Account"])]);
  await put(`${folder}/Account.json`, sobject("Account", [id, field("Name")]));
  await put(`${folder}/Contact.json`, contact);
  await put(`${folder}/Log__c.json`, sobject("Log__c"));
}

describe("orgtype generate", () => {
  it("turns the snapshot into a client, and says so in one line", async () => {
    await putSnapshot();
    const { code, out, err } = await place.run(["generate"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(
      /^Generated 3 objects with 5 fields into salesforce in [\d.]+ s: 8 files written, 0 unchanged, 0 removed\.\n$/,
    );
    expect(await place.files("salesforce/objects")).toEqual(["Account.d.ts", "Contact.d.ts", "Log__c.d.ts"]);
    expect((await place.run(["generate"])).out).toContain("0 files written, 8 unchanged, 0 removed");
  });

  it("takes globs, other folders and --json", async () => {
    await putSnapshot("describes");
    const args = [
      "generate",
      "--snapshot",
      "describes",
      "--out",
      "src/sf",
      "--objects",
      "{Account,Contact}, *__c,!Log__c",
      "--json",
    ];
    const { code, out } = await place.run(args);
    expect(code).toBe(0);
    expect(out.trimEnd().split("\n")).toHaveLength(1);
    expect(JSON.parse(out)).toMatchObject({
      out: join(place.folder, "src/sf"),
      objects: 2,
      fields: 4,
      written: [
        "index.ts",
        "manifest.json",
        "metadata.ts",
        "objects/Account.d.ts",
        "objects/Contact.d.ts",
        "picklists.ts",
        "schema.d.ts",
      ],
      removed: [],
      problems: [],
      notices: [],
      seconds: expect.any(Number),
    });
  });

  it("generates the rest where a describe is bad, tells all problems, and ends with 1", async () => {
    await putSnapshot();
    await put("salesforce/snapshot/Bad.json", { name: "Bad", fields: [{ name: "A" }] });
    await put("salesforce/snapshot/Worse.json", "{");
    const { code, out, err } = await place.run(["generate"]);
    expect(code).toBe(1);
    expect(out).toContain("Generated 3 objects");
    expect(err).toContain("problem Bad (Bad.json): fields[0].type is missing.\n");
    expect(err).toMatch(/problem Worse\.json: is not valid JSON/);
    expect(JSON.parse((await place.run(["generate", "--json"])).out).problems).toHaveLength(2);
  });

  it("sums up what describes leave open", async () => {
    for (const name of ["A", "B", "C", "D", "E", "F", "G"]) {
      await put(`salesforce/snapshot/${name}.json`, { name, fields: [{ name: "Id", type: "id" }] });
    }
    const { code, err } = await place.run(["generate"]);
    expect(code).toBe(0);
    expect(err).toBe(
      "note A, B, C, D, E and 2 more: the describe does not say which fields can be written, so creates and updates take any.\n",
    );
  });

  it("composes a client of the features that the config names, and no others", async () => {
    await putSnapshot();
    await put("orgtype.config.json", { features: ["find", "binds"] });
    expect(await place.run(["generate"])).toMatchObject({ code: 0, err: "" });
    const client = await readFile(join(place.folder, "salesforce/index.ts"), "utf8");
    expect(client).toContain('import { binds, find } from "orgtype/features";');
    expect(client).toContain('composeOrg<Schema, "binds" | "find">({');
    expect(client).toContain('export type Client = PartialClient<Schema, "binds" | "find">;');
  });

  it("composes a client of no features", async () => {
    await putSnapshot();
    await put("orgtype.config.json", { features: [] });
    await place.run(["generate"]);
    const client = await readFile(join(place.folder, "salesforce/index.ts"), "utf8");
    expect(client).toContain("composeOrg<Schema, never>({");
    expect(client).toContain("features: {},");
  });

  it("writes JavaScript where the config says so, and takes the TypeScript of before away", async () => {
    await putSnapshot();
    await place.run(["generate"]);
    await put("orgtype.config.json", { language: "js" });
    const { code, out } = await place.run(["generate"]);
    expect(code).toBe(0);
    expect(out).toContain("7 files written, 4 unchanged, 3 removed");
    expect(await readFile(join(place.folder, "salesforce/index.js"), "utf8")).toContain("defineOrg({");
  });

  it("does not write into the snapshot, where it would be read as describes", async () => {
    await putSnapshot();
    const { code, err } = await place.run(["generate", "--out", "salesforce/snapshot/"]);
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining("`out` is the folder of") });
    expect(await place.files("salesforce/snapshot")).toEqual(["Account.json", "Contact.json", "Log__c.json"]);
  });

  it("says what to do where the operating system refuses to write", async () => {
    await putSnapshot();
    await put("taken", "a file");
    const { code, err } = await place.run(["generate", "--out", "taken/below"]);
    expect(code).toBe(1);
    expect(err).toMatch(/^error E[A-Z]+: .*taken.* A file is where a folder should be\.\n$/);
  });

  it("names the languages there are where another one is asked for", async () => {
    await putSnapshot();
    await put("orgtype.config.json", { language: "coffee" });
    const { code, err } = await place.run(["generate"]);
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('must be ("ts" | "js")') });
  });

  it("names the features there are where one is misspelt", async () => {
    await putSnapshot();
    await put("orgtype.config.json", { features: ["fnd"] });
    const { code, err } = await place.run(["generate"]);
    expect(code).toBe(2);
    expect(err).toContain('orgtype.config: `features.0` must be ("actions" | "aggregate" | "apexRest"');
  });

  it("tells of an object that is named but not there", async () => {
    await putSnapshot();
    const { code, err } = await place.run(["generate", "--objects", "Account,Acount"]);
    expect(code).toBe(1);
    expect(err).toBe("problem Acount: no describe of it was found.\n");
    expect(await place.files("salesforce/objects")).toEqual(["Account.d.ts"]);
  });

  it("writes nothing where nothing is left, and ends with 2", async () => {
    await putSnapshot();
    await place.run(["generate"]);
    const before = await place.files();
    const { code, err } = await place.run(["generate", "--objects", "Zzz*"]);
    expect(code).toBe(2);
    expect(err).toContain("No object is selected.");
    expect(await place.files()).toEqual(before);
  });

  it("keeps to the API version of the snapshot", async () => {
    await putSnapshot();
    await put("salesforce/snapshot/_snapshot.json", { apiVersion: "61.0", objects: {} });
    await place.run(["generate"]);
    expect(await readFile(join(place.folder, "salesforce/index.ts"), "utf8")).toContain('apiVersion: "61.0"');
    const { code, err } = await place.run(["generate", "--api-version", "66.0"]);
    expect(code).toBe(2);
    expect(err).toContain("pulled at API version 61.0");
  });

  it("refuses a forged API version", async () => {
    await putSnapshot();
    await put("salesforce/snapshot/_snapshot.json", { apiVersion: '66.0"\nglobalThis.x = 1', objects: {} });
    expect((await place.run(["generate"])).code).toBe(2);
    expect(await place.files()).not.toContain("salesforce/index.ts");
  });

  it("does not overwrite what it did not write", async () => {
    await putSnapshot();
    await put("salesforce/index.ts", "export const mine = true;\n");
    const { code, err } = await place.run(["generate"]);
    expect(code).toBe(2);
    expect(err).toContain("index.ts would be overwritten, but orgtype did not write it.");
    expect(await place.files("salesforce")).toHaveLength(4);
  });
});

describe("orgtype.config", () => {
  it.each([
    ["ts", 'const objects: string[] = ["Account"];\nexport default { objects, out: "made" };\n'],
    ["mjs", 'export default { objects: "Account", out: "made" };\n'],
    ["json", '{ "objects": ["Account"], "out": "made" }'],
  ])("may be .%s; flags win over it", async (extension, text) => {
    await putSnapshot();
    await put(`orgtype.config.${extension}`, text);
    await place.run(["generate"]);
    expect(await place.files("made/objects")).toEqual(["Account.d.ts"]);
    await place.run(["generate", "--objects", "Contact"]);
    expect(await place.files("made/objects")).toEqual(["Contact.d.ts"]);
  });

  it.each([
    ['{ "object": "Account" }', "`object` is not an option"],
    ['{ "objects": 3 }', "`objects` must be"],
    ['{ "apiVersion": "66" }', "`apiVersion` is not an API version"],
    ['{ "clientSecret": 12345678 }', "`clientSecret` is not an option"],
    ['{ "connection": "12345678" }', "`connection` must be"],
  ])("%s is refused", async (text, message) => {
    await putSnapshot();
    await put("orgtype.config.json", text);
    const { code, err } = await place.run(["generate"]);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).not.toContain("12345678");
  });
});

describe("the command line", () => {
  it("shows what there is", async () => {
    const help = await place.run(["--help"]);
    expect(help.code).toBe(0);
    for (const name of ["login", "logout", "pull", "generate", "mock"])
      expect(help.out).toMatch(new RegExp(`^ {2}${name} `, "m"));
    for (const name of ["login", "logout", "pull", "generate", "mock"]) {
      const { code, out } = await place.run([name, "--help"]);
      expect({ code, hasExamples: out.includes("Examples:\n  orgtype") }).toEqual({
        code: 0,
        hasExamples: true,
      });
    }
    expect((await place.run(["--version"])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    [],
    ["nope"],
    ["generate", "--nope"],
    ["generate", "extra"],
    ["generate", "--out"],
    ["mock", "--port", "x"],
    ["mock", "--port", "70000"],
  ])("%j is a wrong call", async (...args) => {
    const { code, out, err } = await place.run(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).not.toBe("");
  });

  it("never takes the secret as a flag", async () => {
    const { code, err } = await place.run(["pull", "--client-secret", "hush"]);
    expect(code).toBe(2);
    expect(err).toContain("unknown option '--client-secret'");
  });

  const app = { ORGTYPE_URL: "https://acme.my.salesforce.com", ORGTYPE_CLIENT_ID: "key" };
  it.each([
    [{}, "`endpointUrl` (--url or ORGTYPE_URL) is missing"],
    [{ ORGTYPE_URL: app.ORGTYPE_URL }, "`clientId` (--client-id or ORGTYPE_CLIENT_ID) is missing"],
    [{ ...app, ORGTYPE_URL: "acme" }, '`endpointUrl` (--url or ORGTYPE_URL): "acme" is not a URL'],
    [{ ...app, ORGTYPE_FLOW: "saml" }, "`flow` (ORGTYPE_FLOW) is none of the three"],
    [
      { ...app, ORGTYPE_FLOW: "client-credentials" },
      '`clientSecret` (ORGTYPE_CLIENT_SECRET) is missing for "client-credentials"',
    ],
    [
      { ...app, ORGTYPE_FLOW: "password", ORGTYPE_CLIENT_SECRET: "hush" },
      '`username` (ORGTYPE_USERNAME) is missing for "password"',
    ],
    [{ ...app, ORGTYPE_USERNAME: "a@b.test" }, "has no setting `username` (ORGTYPE_USERNAME)"],
    [
      { ...app, ORGTYPE_ENVIRONMENT: "test" },
      "`environment` (--environment or ORGTYPE_ENVIRONMENT) is of the wrong kind",
    ],
  ])("with %j says what is missing or wrong, and where to give it", async (env, problem) => {
    const { code, err } = await place.run(["pull"], { env });
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(problem) });
    expect(err).not.toContain("hush");
  });
});
