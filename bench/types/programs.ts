import type { RawDescribe } from "orgtype/codegen";

/** How many queries a program holds, each of another object. */
export const QUERIES = 50;

const head = `import type { Client } from "./index.js";\ndeclare const sf: Client;\n`;

type Program = (describes: readonly RawDescribe[]) => string;

/** What is measured: programs against the generated client. */
export const programs = {
  "nothing but the import": () => "",
  "50 literal queries": each(
    (query) =>
      `await sf.query("SELECT ${query.fields.join(", ")} FROM ${query.object} WHERE Name = 'x' ORDER BY Name LIMIT 5").all()`,
  ),
  "50 literal queries, two binds each": each(
    (query) =>
      `await sf.query("SELECT ${query.fields.join(", ")} FROM ${query.object} WHERE Name = :name AND CreatedDate > :since LIMIT 5", { name: "x", since: new Date() }).all()`,
  ),
  "50 literal queries, small letters": each(
    (query) =>
      `await sf.query("select ${query.fields.join(", ")} from ${query.object} where Name = 'x' order by Name limit 5").all()`,
  ),
  "50 literal queries, names in small letters": each(
    (query) =>
      `await sf.query("SELECT ${query.fields.join(", ").toLowerCase()} FROM ${query.object} WHERE Name = 'x' LIMIT 5").all()`,
  ),
  "50 queries with a row named by hand": each(
    (query) =>
      `await sf.query<{ Name: string }>("SELECT ${query.fields.join(", ")} FROM ${query.object} LIMIT 5").all()`,
  ),
  "50 finds": each(
    (query) =>
      `await sf.${query.object}.find({ select: ${selectOf(query.fields)}, where: { Name: "x" }, orderBy: { Name: "asc" }, limit: 5 }).all()`,
  ),
  "3 objects: query and update": (describes) =>
    queriesOf(describes)
      .slice(0, 3)
      .map(
        ({ object, fields }, index) =>
          `const [row${index}] = await sf.query("SELECT Id, ${fields.join(", ")} FROM ${object} WHERE Name = :name", { name: "x" }).all();\n` +
          `if (row${index} !== undefined) await sf.${object}.update(row${index}.Id, { Name: row${index}.Name });\n`,
      )
      .join(""),
} as const satisfies Record<string, Program>;

export type ProgramName = keyof typeof programs;

export function programText(name: ProgramName, describes: readonly RawDescribe[]): string {
  return `${head}${programs[name](describes)}export {};\n`;
}

interface BenchQuery {
  readonly object: string;
  /** Twelve of its own, and two of parents. */
  readonly fields: readonly string[];
}

function queriesOf(describes: readonly RawDescribe[]): BenchQuery[] {
  return describes.slice(0, QUERIES).map(({ name, fields }) => {
    const own = fields.map((field) => field.name).filter((field) => field.includes("_"));
    return { object: name, fields: ["Name", ...own.slice(0, 11), "Owner__r.Name", "Lookup_1__r.Name"] };
  });
}

function each(statement: (query: BenchQuery) => string): Program {
  return (describes) =>
    queriesOf(describes)
      .map(
        (query, index) =>
          `for (const row of ${statement(query)}) { const name: string = row.Name; void name; void ${index}; }\n`,
      )
      .join("");
}

function selectOf(fields: readonly string[]): string {
  const entries = fields.map((path) => {
    const [parent, field] = path.split(".");
    return field === undefined ? `${path}: true` : `${parent}: { select: { ${field}: true } }`;
  });
  return `{ ${entries.join(", ")} }`;
}
