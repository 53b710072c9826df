import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { Compiler } from "../support/compiler.js";

const root = join(import.meta.dirname, "../..");
const fileName = join(root, "test/types/soql-cost-program.ts");
const preamble = `import type { Client } from "orgtype/standard";\ndeclare const sf: Client;\n`;
const { options } = ts.getParsedCommandLineOfConfigFile(
  join(root, "tsconfig.json"),
  {},
  { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
)!;
const compiler = new Compiler(fileName, options);
const cost = (source: string, head = preamble) => compiler.cost(head + source);

/** Queries of other objects: what all queries share is paid for once. */
const others = `for (const row of await sf.query("SELECT Id, Owner.Name FROM Opportunity").all()) row.Owner.Name;
  await sf.query("select id, owner.name from opportunity where name = :name and createddate > :since", { name: "x", since: new Date() }).all();
  await sf.query("SELECT Name, COUNT(Id), (SELECT Id FROM Tasks) FROM Opportunity").all();
`;
const shared = cost(others).instantiations;
const LIMIT = 2_500;
const fields =
  "Id, Name, Industry, AnnualRevenue, Phone, Website, Rating, Type, Site, Sic, Owner.Name, Parent.Name";

describe("a literal query costs the compiler little", () => {
  it.each([
    ["twelve fields", `"SELECT ${fields} FROM Account WHERE Name = 'x' LIMIT 5"`],
    ["in small letters", `"${`SELECT ${fields} FROM Account LIMIT 5`.toLowerCase()}"`],
    [
      "with binds",
      `"SELECT ${fields} FROM Account WHERE Name = :name AND CreatedDate > :since", { name: "x", since: new Date() }`,
    ],
    [
      "with children",
      `"SELECT Id, (SELECT Id, LastName, Account.Name FROM Contacts WHERE (Email = null)) FROM Account"`,
    ],
    [
      "of groups",
      `"SELECT Industry Name, COUNT(Id) total, SUM(AnnualRevenue) FROM Account GROUP BY Industry"`,
    ],
    [
      "with TYPEOF",
      `"SELECT TYPEOF What WHEN Account THEN Name, Phone WHEN Opportunity THEN Amount END FROM Task"`,
    ],
  ])("%s", (_what, args) => {
    const { instantiations, errors } = cost(
      `${others}for (const row of await sf.query(${args}).all()) row.attributes;`,
    );
    expect(errors).toEqual([]);
    const spent = instantiations - shared;
    expect(spent).toBeGreaterThan(300);
    expect(spent).toBeLessThanOrEqual(LIMIT);
  });

  it("with a mistake", () => {
    const { instantiations, errors } = cost(`${others}sf.query("SELECT Nmae FROM Account");`);
    expect(errors).toEqual([expect.stringContaining("Account has no field 'Nmae'")]);
    expect(instantiations - shared).toBeLessThanOrEqual(LIMIT);
  });

  it("many functions and binds do not overrun it", () => {
    const calls = Array.from({ length: 100 }, (_, index) => `MAX(Name) m${index}`).join(", ");
    const where = Array.from({ length: 100 }, (_, index) => `Name = :b${index}`).join(" OR ");
    const binds = Array.from({ length: 100 }, (_, index) => `b${index}: "x"`).join(", ");
    const { errors } =
      cost(`const [row] = await sf.query("SELECT ${calls} FROM Account WHERE ${where}", { ${binds} }).all();
       const name: string | null | undefined = row?.m99; void name;`);
    expect(errors).toEqual([]);
  });
});

/** More fields than an object of Salesforce can have, and parents that have them, too. */
const names = Array.from({ length: 950 }, (_, index) => `Field_${index}__c`);
const paths = [
  "",
  "Parent__r.",
  "Owner__r.",
  "Parent__r.Owner__r.",
  "Owner__r.Owner__r.",
  "Other__r.",
].flatMap((parent) => names.map((name) => `${parent}${name}`));
const none = ["children", "polymorphic"].map((part) => `${part}: Record<never, never>;`).join(" ");
const rules = ["required", "notCreateable", "notUpdateable", "externalId", "recordTypes"]
  .concat(["notFilterable", "notSortable", "notGroupable", "notAggregatable"])
  .map((rule) => `${rule}: never;`)
  .join(" ");
const wide = `import type { DateTimeString, RunQuery } from "orgtype";
interface Wide {
  fields: { CreatedDate: DateTimeString; ${names.map((name) => `${name}: string | null;`).join(" ")} };
  parents: { Parent__r: "Wide__c" | null; Owner__r: "Wide__c"; Other__r: "Wide__c" };
  ${none} ${rules}
}
declare const sf: { query: RunQuery<{ Wide__c: Wide }> };
`;

const spellings: Readonly<Record<string, (fields: readonly string[]) => string>> = {
  "on one line": (fields) => `SELECT ${fields.join(", ")} FROM Wide__c`,
  "without spaces": (fields) => `SELECT ${fields.join(",")} FROM Wide__c`,
  "on lines, indented by spaces": (fields) => `SELECT\n    ${fields.join(",\n    ")}\nFROM Wide__c`,
  "on lines, indented by tabs, in small letters": (fields) =>
    `select\n\t\t${fields.join(",\n\t\t")}\nfrom Wide__c`.toLowerCase(),
};

describe.each(Object.entries(spellings))("fields %s", (_how, spelled) => {
  const fields = (count: number) => paths.slice(0, count);

  it.each([400, 950])(
    "%i are typed, and the last of them is checked",
    (count) => {
      const last = names[count - 1] ?? "";
      const { errors, instantiations } = cost(
        `const [row] = await sf.query(\`${spelled(fields(count))}\`).all();
         const text: string | null | undefined = row?.${last}; void text;
         // @ts-expect-error was not selected
         row?.Field_950__c;
         sf.query(\`${spelled([...fields(count - 1), "Nmae"])}\`);`,
        wide,
      );
      expect(errors).toEqual([expect.stringMatching(/Wide__c has no field 'nmae'/i)]);
      expect(instantiations).toBeLessThan(count * 2 * 200);
    },
    240_000,
  );

  it.each([1_001, 5_000])(
    "%i are more than the compiler is asked to read: an untyped row, no error",
    (count) => {
      const { errors } = cost(
        `const [row] = await sf.query(\`${spelled(fields(count))}\`).all();
       const anything: unknown = row?.Whatever;
       void anything;
       await sf.query(\`${spelled(fields(count))} WHERE Field_0__c = :name\`, { name: "x" }).first();`,
        wide,
      );
      expect(errors).toEqual([]);
    },
    240_000,
  );
});

describe("long conditions", () => {
  it.each([
    ["values", 900, (count: number) => `Field_0__c IN (${Array(count).fill("'x'").join(", ")})`],
    [
      "values, too many to read",
      5_000,
      (count: number) => `Field_0__c IN (${Array(count).fill("'x'").join(",")})`,
    ],
    ["escapes", 900, (count: number) => `Field_0__c = '${"\\\\'".repeat(count)}'`],
    ["escapes, too many to read", 5_000, (count: number) => `Field_0__c = '${"\\\\'".repeat(count)}'`],
    ["runs of spaces", 700, (count: number) => Array(count).fill("Field_0__c  =  null").join("  OR  ")],
    ["brackets", 150, (count: number) => Array(count).fill("(Field_0__c = null)").join(" OR ")],
    [
      "brackets, too many to read",
      900,
      (count: number) => Array(count).fill("(Field_0__c = null)").join(" OR "),
    ],
    ["moments", 90, (count: number) => Array(count).fill("CreatedDate > 2030-01-01T00:00:00Z").join(" OR ")],
    [
      "moments, too many to read",
      900,
      (count: number) => Array(count).fill("CreatedDate > 2030-01-01T00:00:00Z").join(" OR "),
    ],
    ["words", 5_000, (count: number) => Array(count).fill("Field_0__c = null").join(" or ")],
  ])(
    "of many %s are no error",
    (_what, count, condition) => {
      const { errors } = cost(
        `const [row] = await sf.query(\`SELECT Field_0__c FROM Wide__c WHERE ${condition(count)}\`).all();
         const [other] = await sf.query(\`select Field_0__c from Wide__c where ${condition(count)}\`).all();
         const field: unknown = row?.Field_0__c ?? other?.Field_0__c;
         void field;`,
        wide,
      );
      expect(errors).toEqual([]);
    },
    240_000,
  );
});
