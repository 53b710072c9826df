import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Place, TypeScriptServer } from "../support/typescript-server.js";

const root = join(import.meta.dirname, "../..");

const program = `import type { Client } from "orgtype/standard";
import type { Client as Own } from "./salesforce/index.js";
declare const sf: Client;
declare const own: Own;
void sf.query("SELECT Id, Nam FROM Account WHERE Industry = 'Ban'").all();
void sf.query(\`
  SELECT Owner.Manager.Na, (SELECT La FROM Contacts), (SELECT Id FROM Opp)
  FROM Account
\`).all();
void sf.queryAll("SELECT Id FROM Acco").all();
for await (const row of sf.bulk.query("SELECT Id, Rati FROM Account")) void row;
void sf.query("SELECT Id FROM Account WHERE Rating IN ('Hot', 'Wa')").all();
void sf.query("SELECT Id FROM Contact WHERE AccountId IN (SELECT I FROM Account WHERE Industry = '')").all();
void own.query("SELECT Tier__c FROM Account WHERE Tier__c = ''").all();
void own.query("SELECT Id FROM Invoice__c WHERE Channels__c INCLUDES ('Po') AND Account__r.Na != null").all();
const other = { query: (text: string) => text };
other.query("SELECT Nam FROM Account");
`;

/** The plugin as an editor has it: named in tsconfig, found in the installed package, asked by tsserver. */
describe.skipIf(!existsSync(join(root, "dist/ts-plugin.cjs")))("inside the text of a query", () => {
  let app: string;
  let file: string;
  let server: TypeScriptServer;

  beforeAll(async () => {
    app = await mkdtemp(join(tmpdir(), "orgtype-editor-"));
    file = join(app, "app.ts");
    await mkdir(join(app, "node_modules"));
    await symlink(root, join(app, "node_modules/orgtype"));
    await cp(join(root, "test/golden/small-org/output"), join(app, "salesforce"), { recursive: true });
    const compilerOptions = {
      strict: true,
      module: "nodenext",
      target: "es2022",
      types: [],
      plugins: [{ name: "orgtype/ts-plugin" }],
    };
    await writeFile(join(app, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["app.ts"] }));
    await writeFile(join(app, "package.json"), JSON.stringify({ type: "module" }));
    await writeFile(file, program);
    server = new TypeScriptServer(["--pluginProbeLocations", app]);
    server.notify("open", { file });
  });
  afterAll(async () => {
    server.stop();
    await rm(app, { recursive: true, force: true });
  });

  /** The place right behind a piece of the program. */
  function behind(text: string): Place {
    const lines = program.slice(0, program.indexOf(text) + text.length).split("\n");
    return { file, line: lines.length, offset: (lines.at(-1) ?? "").length + 1 };
  }

  const offered = (text: string) => server.completions(behind(text));

  it.each([
    [
      "fields and parents of the object",
      "SELECT Id, Nam",
      ["Name", "Industry", "Owner"],
      ["Contacts", "LastName"],
    ],
    ["fields at the end of a path", "Owner.Manager.Na", ["Name", "Email"], ["Industry"]],
    ["fields of children", "(SELECT La", ["LastName", "Account"], ["Industry"]],
    ["children behind FROM", "(SELECT Id FROM Opp", ["Opportunities", "Contacts"], ["Account"]],
    ["objects behind FROM", 'queryAll("SELECT Id FROM Acco', ["Account", "Contact"], ["Name"]],
    ["values of a picklist", "Industry = 'Ban", ["Banking", "Energy"], ["Name"]],
    ["values in a list", "Rating IN ('Hot', 'Wa", ["Warm", "Cold"], ["Name", "Banking"]],
    ["values of a multi-select picklist", "INCLUDES ('Po", ["Post", "E-mail"], ["Name"]],
    ["names in the text of a bulk query", "SELECT Id, Rati", ["Rating", "Owner"], ["Contacts"]],
    ["fields of a semi-join", "IN (SELECT I", ["Id", "Industry"], ["LastName"]],
    ["fields of a custom parent", "Account__r.Na", ["Name", "Tier__c"], ["Channels__c"]],
  ])(
    "%s are offered",
    async (_, text, some, none) => {
      const names = await offered(text);
      expect(names).toEqual(expect.arrayContaining(some));
      for (const name of none) expect(names).not.toContain(name);
    },
    240_000,
  );

  it("a choice replaces the name it stands in", async () => {
    const place = behind("SELECT Id, Nam");
    const body = (await server.send("completionInfo", place)) as {
      entries: { name: string; replacementSpan: { start: { offset: number }; end: { offset: number } } }[];
    };
    const { replacementSpan } = body.entries.find(({ name }) => name === "Name")!;
    expect([replacementSpan.start.offset, replacementSpan.end.offset]).toEqual([
      place.offset - 3,
      place.offset,
    ]);
  });

  it("names tell their label and type", async () => {
    const body = (await server.send("quickinfo", behind("Industr"))) as undefined | Record<string, unknown>;
    expect(JSON.stringify(body)).toContain("Account.Industry: ");
    expect(JSON.stringify(body)).toContain("Industry · picklist");
  });

  it.each([
    ["the label and help of a field", 'own.query("SELECT Tier', ["Tier", "picklist", "Agreed with sales."]],
    ["the label of an object", "SELECT Id, Nam FROM Acc", ["Account", "ids begin with 001"]],
    ["the label of the object a parent is", "SELECT Own", ["Account.Owner", "ids begin with 005"]],
    ["the object of children", "(SELECT La FROM Con", ["Contact", "ids begin with 003"]],
  ])("%s are told", async (_, text, said) => {
    const body = JSON.stringify(await server.send("quickinfo", behind(text)));
    for (const words of said) expect(body).toContain(words);
  });

  it("other functions called query are left alone", async () => {
    expect(await offered('other.query("SELECT Nam')).not.toContain("Industry");
  });
});
