import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Place, TypeScriptServer } from "../support/typescript-server.js";

const root = join(import.meta.dirname, "../..");

const program = `import type { Client } from "orgtype/standard";
declare const sf: Client;
void sf.query("SELECT Id, Nam FROM Account WHERE Industry = 'Ban'").all();
void sf.query(\`
  SELECT Owner.Manager.Na, (SELECT La FROM Contacts), (SELECT Id FROM Opp)
  FROM Account
\`).all();
void sf.queryAll("SELECT Id FROM Acco").all();
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
  ])(
    "%s are offered",
    async (_, text, some, none) => {
      const names = await offered(text);
      expect(names).toEqual(expect.arrayContaining(some));
      for (const name of none) expect(names).not.toContain(name);
    },
    60_000,
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

  it("other functions called query are left alone", async () => {
    expect(await offered('other.query("SELECT Nam')).not.toContain("Industry");
  });
});
