import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const fileName = join(root, "test/types/soql-cost-program.ts");
const preamble = `import type { Client } from "orgtype/standard";\ndeclare const sf: Client;\n`;
const { options } = ts.getParsedCommandLineOfConfigFile(
  join(root, "tsconfig.json"),
  {},
  { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
)!;

let old: ts.Program | undefined;

/** What a program costs the compiler, in instantiations of types: the same in each run. */
function cost(source: string): { instantiations: number; errors: string[] } {
  const text = `${preamble}${source}\nexport {};\n`;
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === fileName || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === fileName
      ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022)
      : (old?.getSourceFile(name) ?? getSourceFile(name, ...rest));
  const program = ts.createProgram([fileName], options, host);
  const errors = program
    .getSemanticDiagnostics(program.getSourceFile(fileName))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  old = program;
  return { instantiations: program.getInstantiationCount(), errors };
}

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

  it.each([400, 2_000])("%i fields do not overrun it", (count) => {
    const paths = Array.from({ length: count }, (_, index) =>
      index % 2 === 0 ? "Name" : `Parent.Owner.Name`,
    );
    const { errors, instantiations } = cost(
      `const rows = await sf.query(\`SELECT\n  ${paths.join(",\n  ")}\nFROM Account\`).all();
       const name: string | undefined = rows[0]?.Parent?.Owner.Name; void name;`,
    );
    expect(errors).toEqual([]);
    expect(instantiations).toBeLessThan(count * 150);
  });

  it("many subqueries, functions and binds neither", () => {
    const calls = Array.from({ length: 100 }, (_, index) => `MAX(Name) m${index}`).join(", ");
    const where = Array.from({ length: 100 }, (_, index) => `Name = :b${index}`).join(" OR ");
    const binds = Array.from({ length: 100 }, (_, index) => `b${index}: "x"`).join(", ");
    const { errors } =
      cost(`const [row] = await sf.query("SELECT ${calls} FROM Account WHERE ${where}", { ${binds} }).all();
       const name: string | null | undefined = row?.m99; void name;`);
    expect(errors).toEqual([]);
  });
});
