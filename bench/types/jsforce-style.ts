import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { RawDescribe } from "orgtype/codegen";
import { type BenchQuery, type Contender, IMPORT, MISTAKES, queriesOf, THREE } from "./contender.js";

type RawField = RawDescribe["fields"][number];

const head = `import type { Connection } from "@jsforce/jsforce-node";
import type { DateString } from "@jsforce/jsforce-node/lib/types/schema.js";
import type { OrgSchema } from "./org-schema.js";
declare const conn: Connection<OrgSchema>;
`;

/** jsforce's own types, and a schema of the form of the `StandardSchema` in its package. */
export const jsforceStyle: Contender = {
  name: "jsforce",
  // Its declarations name Node's streams and events.
  types: ["node"],
  write: (describes, folder) => writeFile(join(folder, "org-schema.d.ts"), schemaOf(describes)),
  programs: {
    [IMPORT]: () => `${head}void conn;\nexport {};\n`,
    "50 finds": (describes) =>
      program(
        queriesOf(describes).map(
          (query) =>
            `for (const row of await ${find(query)}.sort("Name").limit(5)) { const name: string = row.Name; void name; }\n`,
        ),
      ),
    [THREE]: (describes) =>
      program(
        queriesOf(describes, 3).map(
          (query, at) =>
            `const [row${at}] = await ${find({ ...query, own: ["Id", ...query.own] })};\n` +
            `if (row${at} !== undefined) await conn.sobject("${query.object}").update({ Id: row${at}.Id, Name: row${at}.Name });\n`,
        ),
      ),
    [MISTAKES]: (describes) => {
      const [object = ""] = queriesOf(describes, 1).map((query) => query.object);
      return program([
        `conn.sobject("Nothing__c");\n`,
        `conn.sobject("${object}").find({}, ["Id", "Nmae"]);\n`,
        `conn.sobject("${object}").find({}, ["Id", { Owner__r: ["Nmae"] }]);\n`,
        `conn.sobject("${object}").find({ Nmae: "x" }, ["Id"]);\n`,
        `conn.sobject("${object}").find({ Name: 5 }, ["Id"]);\n`,
        `for (const row of await conn.sobject("${object}").find({}, ["Id"])) row.Name;\n`,
        `for (const row of await conn.sobject("${object}").find({}, ["Name"])) { const name: number = row.Name; void name; }\n`,
        `conn.sobject("${object}").update({ Id: "x", Nmae: "x" });\n`,
        `conn.sobject("${object}").update({ Id: "x", Name: 5 });\n`,
        `conn.sobject("${object}").update({ Id: "x", CreatedDate: "2026-01-01T00:00:00Z" as never as DateString });\n`,
      ]);
    },
  },
};

function program(statements: readonly string[]): string {
  return `${head}${statements.join("")}export {};\n`;
}

function find({ object, own, parents }: BenchQuery): string {
  const entries = Object.entries(parents).map(([parent, field]) => `{ ${parent}: ["${field}"] }`);
  const fields = [...own.map((field) => `"${field}"`), ...entries].join(", ");
  return `conn.sobject("${object}").find({ Name: "x" }, [${fields}])`;
}

/** Parents with several targets are a `Name`, as in its `StandardSchema`. */
function schemaOf(describes: readonly RawDescribe[]): string {
  const name = definition("Name", ["Id: string", "Name: string | null"], [], []);
  const objects = describes.map((describe) =>
    definition(
      describe.name,
      describe.fields.map((field) => `${field.name}: ${typeOf(field)}`),
      describe.fields.filter(({ relationshipName }) => relationshipName).map(parentOf),
      (describe.childRelationships ?? []).flatMap(({ relationshipName, childSObject }) =>
        relationshipName ? [`${relationshipName}: ${definitionName(childSObject)}`] : [],
      ),
    ),
  );
  const index = ["Name", ...describes.map((describe) => describe.name)].map(
    (object) => `    ${object}: ${definitionName(object)};\n`,
  );
  return `import type { Schema, SObjectDefinition, DateString } from "@jsforce/jsforce-node/lib/types/schema.js";

${name}${objects.join("")}export type OrgSchema = {
  SObjects: {
${index.join("")}  };
} & Schema;
`;
}

function definition(
  name: string,
  fields: readonly string[],
  parents: readonly string[],
  children: readonly string[],
): string {
  const lines = (entries: readonly string[]) => entries.map((entry) => `  ${entry};\n`).join("");
  return `type Fields$${name} = {
${lines(fields)}};
type ParentReferences$${name} = {
${lines(parents)}};
type ChildRelationships$${name} = {
${lines(children)}};
type ${definitionName(name)} = {
  Name: "${name}";
  Fields: Fields$${name};
  ParentReferences: ParentReferences$${name};
  ChildRelationships: ChildRelationships$${name};
} & SObjectDefinition<"${name}">;
`;
}

function parentOf({ relationshipName, referenceTo, nillable }: RawField): string {
  const target = referenceTo?.length === 1 ? (referenceTo[0] ?? "Name") : "Name";
  return `${relationshipName}: ${definitionName(target)}${nillable ? " | null" : ""}`;
}

const definitionName = (object: string): string => `SObjectDefinition$${object}`;

function typeOf({ type, nillable }: RawField): string {
  const plain: Partial<Record<string, string>> = {
    boolean: "boolean",
    int: "number",
    double: "number",
    currency: "number",
    date: "DateString",
    datetime: "DateString",
  };
  return `${plain[type] ?? "string"}${nillable ? " | null" : ""}`;
}
