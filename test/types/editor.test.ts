import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const fileName = join(root, "test/types/in-the-editor.ts");
const preamble = `import type { Client } from "orgtype/standard";\ndeclare const sf: Client;\n`;

const config = ts.getParsedCommandLineOfConfigFile(
  join(root, "tsconfig.json"),
  {},
  {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: () => {},
  },
);

let text = preamble;
let version = 0;
const service = ts.createLanguageService({
  getScriptFileNames: () => [fileName],
  getScriptVersion: (name) => (name === fileName ? `${version}` : "1"),
  getScriptSnapshot: (name) => {
    const content = name === fileName ? text : ts.sys.readFile(name);
    return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
  },
  getCurrentDirectory: () => root,
  getCompilationSettings: () => config!.options,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: (name) => name === fileName || ts.sys.fileExists(name),
  readFile: ts.sys.readFile,
  directoryExists: ts.sys.directoryExists,
});

/** An editor's view of one program, with a caret where `|` stands, until it shows another. */
function editor(program: string) {
  const source = preamble + program;
  const caret = source.indexOf("|");
  text = caret < 0 ? source : source.slice(0, caret) + source.slice(caret + 1);
  version++;
  return {
    offered: () =>
      (service.getCompletionsAtPosition(fileName, caret, {})?.entries ?? []).map((entry) => entry.name),
    entries: () => service.getCompletionsAtPosition(fileName, caret, {})?.entries ?? [],
    hover: () => ts.displayPartsToString(service.getQuickInfoAtPosition(fileName, caret)?.documentation),
    errors: () =>
      service
        .getSemanticDiagnostics(fileName)
        .map((found) => ts.flattenDiagnosticMessageText(found.messageText, "\n")),
  };
}

describe("what the editor offers", () => {
  it("a row: what was selected and nothing else", () => {
    const program = `const row = (await sf.Account.find({ select: { Id: true, Owner: { select: { Name: true } } } }).first())!;\nrow.|`;
    expect(editor(program).offered().sort()).toEqual(["Id", "Owner"]);
  });

  it("a parent of a row: what was selected of it", () => {
    const program = `const row = (await sf.Account.find({ select: { Id: true, Owner: { select: { Name: true } } } }).first())!;\nrow.Owner.|`;
    expect(editor(program).offered()).toEqual(["Name"]);
  });

  it("a select, at the top and below: the fields and relationships of the object there", () => {
    const top = editor(`sf.Account.find({ select: { | } })`).offered();
    expect(top).toEqual(expect.arrayContaining(["Name", "Owner", "Contacts"]));
    expect(top).not.toContain("LastName");
    const below = editor(`sf.Account.find({ select: { Id: true, Contacts: { select: { | } } } })`).offered();
    expect(below).toEqual(expect.arrayContaining(["LastName", "Account"]));
    expect(below).not.toContain("Contacts");
  });

  it("a filter: the operators of the field's kind", () => {
    const text = editor(`sf.Account.find({ select: { Id: true }, where: { Name: { | } } })`).offered();
    expect(text).toEqual(expect.arrayContaining(["eq", "in", "like", "startsWith"]));
    const flag = editor(`sf.Account.find({ select: { Id: true }, where: { IsDeleted: { | } } })`).offered();
    expect(flag.sort()).toEqual(["eq", "ne"]);
  });

  it("a filter: the values of a picklist, one or several", () => {
    const one = editor(`sf.Account.find({ select: { Id: true }, where: { Industry: { in: ["|"] } } })`);
    expect(one.offered()).toEqual(expect.arrayContaining(["Banking", "Energy"]));
    const many = editor(`
      type S = { Shirt: {
        fields: { Colors: import("orgtype").MultiPicklist<keyof { Red: 1; Blue: 1 }>; Id: string };
        parents: {}; children: {}; polymorphic: {}; required: never; notCreateable: "Id"; notUpdateable: "Id";
        externalId: "Id"; notFilterable: never; notSortable: "Colors"; notGroupable: never;
        notAggregatable: never; recordTypes: never;
      } };
      declare const shirts: import("orgtype").SObjectClient<S, "Shirt">;
      shirts.find({ select: { Colors: true }, where: { Colors: { includes: ["|"] } } })`);
    expect(many.offered()).toEqual(expect.arrayContaining(["Red", "Blue"]));
  });

  it("an aggregate: its functions, and the fields", () => {
    const functions = editor(`sf.Opportunity.aggregate({ select: { n: { | } } })`).offered();
    expect(functions).toEqual(expect.arrayContaining(["count", "sum", "max"]));
    const fields = editor(`sf.Opportunity.aggregate({ select: { n: { sum: "|" } } })`).offered();
    expect(fields).toContain("Amount");
    expect(fields).not.toContain("Name");
    const groups = editor(`sf.Case.aggregate({ select: { n: { count: true } }, groupBy: { Owner: { | } } })`);
    expect(groups.offered()).toEqual(expect.arrayContaining(["Name", "Type"]));
  });

  it("a picklist: its values, also where others are allowed", () => {
    expect(editor(`sf.Account.create({ Name: "x", Industry: "|" })`).offered()).toContain("Banking");
  });

  it("a create: writable fields only", () => {
    const offered = editor(`sf.Account.create({ | })`).offered();
    expect(offered).toEqual(expect.arrayContaining(["Name", "BillingCity"]));
    expect(offered).not.toContain("CreatedDate");
    expect(offered).toContain("BillingStreet");
  });

  it("a create: compound fields last and struck out, saying what to write", () => {
    const entries = editor(`sf.Account.create({ | })`).entries();
    const compound = entries.find(({ name }) => name === "BillingAddress");
    expect(compound?.kindModifiers).toContain("deprecated");
    expect(entries.every(({ sortText }) => sortText <= (compound?.sortText ?? ""))).toBe(true);
  });

  it("a field's label stands in the hover, of reads and of writes", () => {
    const sorted = `sf.Account.find({ select: { Id: true }, orderBy: { Na|me: "asc" } })`;
    expect(editor(sorted).hover()).toContain("Account Name");
    expect(editor(`sf.Account.create({ Na|me: "x" })`).hover()).toContain("Account Name");
    expect(editor(`sf.Account.find({ select: { Na|me: true } })`).hover()).toContain("Account Name");
  });
});

describe("what an error says", () => {
  it.each([
    ["an unknown object", `sf.sobject("Acount")`, /"Acount"/],
    [
      "an unknown field",
      `sf.Account.find({ select: { Nmae: true } })`,
      /'Nmae' is not a field or relationship of Account/,
    ],
    [
      "an unknown field of a parent",
      `sf.Account.find({ select: { Owner: { select: { Nmae: true } } } })`,
      /Nmae/,
    ],
    [
      "a field that cannot be sorted by",
      `sf.Opportunity.find({ select: { Id: true }, orderBy: { Description: "asc" } })`,
      /'Description' cannot be sorted by/,
    ],
    [
      "a field of a parent that cannot be sorted by",
      `sf.Opportunity.find({ select: { Id: true }, orderBy: [{ Account: { Description: { direction: "desc" } } }] })`,
      /'Description' cannot be sorted by/,
    ],
    [
      "a read-only field",
      `sf.Account.create({ Name: "x", CreatedDate: "x" })`,
      /'CreatedDate' does not exist in type/,
    ],
    [
      "a compound field",
      `sf.Account.create({ Name: "x", BillingAddress: { city: "Berlin" } })`,
      /'BillingAddress' is compound: set BillingCity, BillingCountry,/,
    ],
    [
      "a compound name",
      `sf.Contact.updateMany([{ Id: "003", Name: "x" }])`,
      /'Name' is compound: set FirstName, LastName/,
    ],
    [
      "an id matched as text",
      `sf.Account.count({ where: { Id: { startsWith: "001" } } })`,
      /Refused<"an id is found whole: by eq, in, or a subquery">/,
    ],
    [
      "a date matched as text",
      `sf.Account.count({ where: { CreatedDate: { startsWith: "2030" } } })`,
      /Refused<"a date is found by eq, in, gt, gte, lt, lte or a date literal">/,
    ],
    ["a missing required field", `sf.Contact.create({ FirstName: "x" })`, /Property 'LastName' is missing/],
    [
      "a field that was not selected",
      `(await sf.Account.find({ select: { Id: true } }).all())[0]!.Name`,
      /'Name' does not exist on type/,
    ],
    [
      "another object's id",
      `sf.Account.delete(await sf.Contact.create({ LastName: "x" }))`,
      /Contact.*Account/s,
    ],
  ])("%s", (_what, program, message) => {
    const errors = editor(program).errors();
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(message);
  });
});
