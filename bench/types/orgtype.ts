import { generate, type RawDescribe } from "orgtype/codegen";
import { type BenchQuery, type Contender, IMPORT, MISTAKES, queriesOf, THREE } from "./contender.js";

const head = `import type { Client } from "./index.js";\ndeclare const sf: Client;\n`;

/** This package, as it was built. */
export const orgtype: Contender = {
  name: "orgtype",
  types: [],
  async write(describes, folder) {
    const source = {
      async *read() {
        for (const input of describes) yield { origin: input.name, input };
      },
    };
    await generate({ source, apiVersion: "66.0", out: folder });
  },
  programs: {
    [IMPORT]: () => `${head}export {};\n`,
    "50 finds": each(
      ({ object, own, parents }) =>
        `await sf.${object}.find({ select: ${selectOf(own, parents)}, where: { Name: "x" }, orderBy: { Name: "asc" }, limit: 5 }).all()`,
    ),
    "50 literal queries": each(
      (query) =>
        `await sf.query("SELECT ${pathsOf(query)} FROM ${query.object} WHERE Name = 'x' ORDER BY Name LIMIT 5").all()`,
    ),
    "50 literal queries, two binds each": each(
      (query) =>
        `await sf.query("SELECT ${pathsOf(query)} FROM ${query.object} WHERE Name = :name AND CreatedDate > :since LIMIT 5", { name: "x", since: new Date() }).all()`,
    ),
    "50 literal queries, small letters": each(
      (query) =>
        `await sf.query("select ${pathsOf(query)} from ${query.object} where Name = 'x' order by Name limit 5").all()`,
    ),
    "50 literal queries, names in small letters": each(
      (query) =>
        `await sf.query("SELECT ${pathsOf(query).toLowerCase()} FROM ${query.object} WHERE Name = 'x' LIMIT 5").all()`,
    ),
    "50 queries with a row named by hand": each(
      (query) =>
        `await sf.query<{ Name: string }>("SELECT ${pathsOf(query)} FROM ${query.object} LIMIT 5").all()`,
    ),
    [THREE]: (describes) =>
      program(
        queriesOf(describes, 3).map(
          (query, at) =>
            `const [row${at}] = await sf.query("SELECT Id, ${pathsOf(query)} FROM ${query.object} WHERE Name = :name", { name: "x" }).all();\n` +
            `if (row${at} !== undefined) await sf.${query.object}.update(row${at}.Id, { Name: row${at}.Name });\n`,
        ),
      ),
    [MISTAKES]: (describes) => {
      const [object = ""] = queriesOf(describes, 1).map((query) => query.object);
      return program([
        `sf.sobject("Nothing__c");\n`,
        `sf.${object}.find({ select: { Id: true, Nmae: true } });\n`,
        `sf.${object}.find({ select: { Id: true, Owner__r: { select: { Nmae: true } } } });\n`,
        `sf.${object}.find({ select: { Id: true }, where: { Nmae: "x" } });\n`,
        `sf.${object}.find({ select: { Id: true }, where: { Name: 5 } });\n`,
        `for (const row of await sf.${object}.find({ select: { Id: true } }).all()) row.Name;\n`,
        `for (const row of await sf.${object}.find({ select: { Name: true } }).all()) { const name: number = row.Name; void name; }\n`,
        `sf.${object}.update("x", { Nmae: "x" });\n`,
        `sf.${object}.update("x", { Name: 5 });\n`,
        `sf.${object}.update("x", { CreatedDate: "2026-01-01T00:00:00Z" });\n`,
      ]);
    },
  },
};

function each(expression: (query: BenchQuery) => string): (describes: readonly RawDescribe[]) => string {
  return (describes) =>
    program(
      queriesOf(describes).map(
        (query) => `for (const row of ${expression(query)}) { const name: string = row.Name; void name; }\n`,
      ),
    );
}

function program(statements: readonly string[]): string {
  return `${head}${statements.join("")}export {};\n`;
}

function pathsOf({ own, parents }: BenchQuery): string {
  return [...own, ...Object.entries(parents).map(([parent, field]) => `${parent}.${field}`)].join(", ");
}

function selectOf(own: readonly string[], parents: Readonly<Record<string, string>>): string {
  const entries = [
    ...own.map((field) => `${field}: true`),
    ...Object.entries(parents).map(([parent, field]) => `${parent}: { select: { ${field}: true } }`),
  ];
  return `{ ${entries.join(", ")} }`;
}
