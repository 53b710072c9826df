import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  astToString,
  type OpenAPI3,
  resolveRef,
  type SchemaObject,
  transformSchema,
} from "openapi-typescript";
import type { RawDescribe } from "orgtype/codegen";
import { type BenchQuery, type Contender, IMPORT, MISTAKES, queriesOf, THREE } from "./contender.js";

type RawField = RawDescribe["fields"][number];

const head = `import type { Client } from "openapi-fetch";
import type { paths } from "./openapi.js";
declare const client: Client<paths>;
`;

/**
 * A document with paths of its own for each object, its types by openapi-typescript, its client by openapi-fetch.
 * OpenAPI knows no queries: the nearest it types is to read one record by its id.
 */
export const openapiStyle: Contender = {
  name: "openapi-typescript",
  types: [],
  async write(describes, folder) {
    await writeFile(join(folder, "openapi.d.ts"), typesOf(documentOf(describes)));
  },
  programs: {
    [IMPORT]: () => `${head}void client;\nexport {};\n`,
    "50 reads by id": (describes) =>
      program(
        queriesOf(describes).map(
          (query, at) =>
            `const { data: row${at} } = await ${get(query)};\nif (row${at}) { const name: string = row${at}.Name; void name; }\n`,
        ),
      ),
    [THREE]: (describes) =>
      program(
        queriesOf(describes, 3).map(
          (query, at) =>
            `const { data: row${at} } = await ${get(query)};\n` +
            `if (row${at}) await client.PATCH("/sobjects/${query.object}/{id}", { params: { path: { id: row${at}.Id } }, body: { Name: row${at}.Name } });\n`,
        ),
      ),
    [MISTAKES]: (describes) => {
      const [object = ""] = queriesOf(describes, 1).map((query) => query.object);
      const read = (fields: string) =>
        `client.GET("/sobjects/${object}/{id}", { params: { path: { id: "x" }, query: { fields: "${fields}" } } })`;
      const write = (body: string) =>
        `client.PATCH("/sobjects/${object}/{id}", { params: { path: { id: "x" } }, body: ${body} });\n`;
      const search = (filter: string) =>
        `client.GET("/query", { params: { query: { q: "SELECT Id FROM ${object} WHERE ${filter}" } } });\n`;
      return program([
        `client.GET("/sobjects/Nothing__c/{id}", { params: { path: { id: "x" } } });\n`,
        `${read("Id,Nmae")};\n`,
        `${read("Id,Owner__r.Nmae")};\n`,
        search("Nmae = 'x'"),
        search("Name = 5"),
        `(await ${read("Id")}).data?.Name;\n`,
        `{ const name: number | undefined = (await ${read("Name")}).data?.Name; void name; }\n`,
        write(`{ Nmae: "x" }`),
        write("{ Name: 5 }"),
        write(`{ CreatedDate: "2026-01-01T00:00:00Z" }`),
      ]);
    },
  },
};

function program(statements: readonly string[]): string {
  return `${head}${statements.join("")}export {};\n`;
}

function get({ object, own }: BenchQuery): string {
  return `client.GET("/sobjects/${object}/{id}", { params: { path: { id: "x" }, query: { fields: "${own.join(",")}" } } })`;
}

/** SOQL is text to OpenAPI, and a row an object of any kind. */
const query = {
  get: {
    parameters: [{ name: "q", in: "query" as const, required: true, schema: { type: "string" as const } }],
    responses: {
      200: { description: "", content: { "application/json": { schema: { type: "object" as const } } } },
    },
  },
};

function documentOf(describes: readonly RawDescribe[]): OpenAPI3 {
  return {
    openapi: "3.1.0",
    info: { title: "org", version: "66.0" },
    paths: { "/query": query, ...Object.fromEntries(describes.flatMap(({ name }) => pathsOf(name))) },
    components: { schemas: Object.fromEntries(describes.flatMap(schemasOf)) },
  };
}

function pathsOf(name: string): [string, object][] {
  const json = (schema: string) => ({
    content: { "application/json": { schema: { $ref: `#/components/schemas/${schema}` } } },
  });
  const id = { name: "id", in: "path", required: true, schema: { type: "string" } };
  const fields = { name: "fields", in: "query", schema: { type: "string" } };
  const created = { type: "object", properties: { id: { type: "string" } }, required: ["id"] };
  return [
    [
      `/sobjects/${name}`,
      {
        post: {
          requestBody: { required: true, ...json(`${name}_Create`) },
          responses: { 201: { description: "", content: { "application/json": { schema: created } } } },
        },
      },
    ],
    [
      `/sobjects/${name}/{id}`,
      {
        get: { parameters: [id, fields], responses: { 200: { description: "", ...json(name) } } },
        patch: {
          parameters: [id],
          requestBody: { required: true, ...json(`${name}_Update`) },
          responses: { 204: { description: "" } },
        },
        delete: { parameters: [id], responses: { 204: { description: "" } } },
      },
    ],
  ];
}

function schemasOf({ name, fields }: RawDescribe): [string, SchemaObject][] {
  const plain = (kept: readonly RawField[]) =>
    Object.fromEntries(kept.map((field) => [field.name, fieldSchema(field)]));
  const parents = fields.flatMap(({ relationshipName, referenceTo }) =>
    relationshipName ? [[relationshipName, parentOf(referenceTo ?? [])] as const] : [],
  );
  const createable = fields.filter((field) => field.createable);
  return [
    [
      name,
      {
        type: "object",
        properties: { ...plain(fields), ...Object.fromEntries(parents) },
        required: fields.map((field) => field.name),
      },
    ],
    [
      `${name}_Create`,
      {
        type: "object",
        properties: plain(createable),
        required: createable.filter(isRequired).map((field) => field.name),
      },
    ],
    [`${name}_Update`, { type: "object", properties: plain(fields.filter((field) => field.updateable)) }],
  ];
}

const isRequired = ({ nillable, type }: RawField): boolean => nillable === false && type !== "boolean";

function parentOf(targets: readonly string[]): SchemaObject {
  const refs = targets.map((target) => ({ $ref: `#/components/schemas/${target}` }));
  return { oneOf: [...refs, { type: "null" }] } as SchemaObject;
}

function fieldSchema({ type, nillable, label, restrictedPicklist, picklistValues }: RawField): SchemaObject {
  const kinds: Partial<Record<string, string>> = {
    boolean: "boolean",
    int: "integer",
    double: "number",
    currency: "number",
  };
  const kind = kinds[type] ?? "string";
  const closed = type === "picklist" && restrictedPicklist === true;
  const values = closed ? (picklistValues ?? []).map(({ value }) => value) : undefined;
  return {
    title: label ?? undefined,
    type: nillable ? [kind, "null"] : kind,
    ...(values && { enum: nillable ? [...values, null] : values }),
  } as SchemaObject;
}

/**
 * The text that `openapiTS` gives, without the checks it makes of a document before: they overrun the stack at 1,500
 * objects that refer to each other.
 */
function typesOf(document: OpenAPI3): string {
  const off = {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    defaultNonNullable: true,
    emptyObjectsUnknown: false,
    enum: false,
    enumValues: false,
    conditionalEnums: false,
    dedupeEnums: false,
    excludeDeprecated: false,
    exportType: false,
    immutable: false,
    rootTypes: false,
    rootTypesNoSchemaPrefix: false,
    rootTypesKeepCasing: false,
    pathParamsAsTypes: false,
    propertiesRequiredByDefault: false,
    makePathsEnum: false,
    generatePathParams: false,
    readWriteMarkers: false,
    silent: true,
  };
  const context = {
    ...off,
    discriminators: { objects: {}, refsHandled: [] },
    injectFooter: [],
    resolve: ($ref: string) => resolveRef(document, $ref, { silent: true }),
  } as unknown as Parameters<typeof transformSchema>[1];
  return astToString(transformSchema(document, context));
}
