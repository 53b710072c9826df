import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import type { RecordAnswer } from "../records/read-record.js";
import { type QueryEnvironment, runQuery } from "../soql/run-query.js";
import { isDeleted } from "../store/table.js";
import type { Returning, Search, SearchScope } from "./search.js";
import { compileTerms, type WordTest, wordsOf } from "./search-terms.js";

const SEARCHED_TYPES = new Set(["string", "textarea", "email", "phone", "url", "picklist", "combobox"]);
const NAME_PARTS = new Set(["FirstName", "LastName", "MiddleName"]);

const isName = (field: FieldInfo): boolean => field.nameField || NAME_PARTS.has(field.name);

const IN_SCOPE = {
  ALL: (field) => isName(field) || SEARCHED_TYPES.has(field.type),
  NAME: isName,
  EMAIL: (field) => field.type === "email",
  PHONE: (field) => field.type === "phone",
  SIDEBAR: (field) => isName(field) || field.type === "email" || field.type === "phone",
} satisfies Record<SearchScope, (field: FieldInfo) => boolean>;

/** The records a search finds, object by object. Throws the refusal Salesforce would answer. */
export function runSearch(environment: QueryEnvironment, search: Search): RecordAnswer[] {
  const test = compileTerms(search.terms);
  const returning = search.returning ?? everyObject(environment);
  return returning.flatMap((each) => rowsOf(environment, search, each, test)).slice(0, search.limit);
}

function everyObject({ context }: QueryEnvironment): Returning[] {
  const searched = context.catalog.objects.filter(
    (object) => object.queryable && object.attributes.searchable === true,
  );
  return searched.map(({ name }) => ({
    object: name,
    fields: "Id",
    clauses: "",
    limit: undefined,
    offset: 0,
  }));
}

function rowsOf(
  environment: QueryEnvironment,
  search: Search,
  { object: name, fields, clauses, limit, offset }: Returning,
  test: WordTest,
): RecordAnswer[] {
  const results = runQuery(environment, `SELECT ${fields} FROM ${name} ${clauses}`);
  const object = environment.context.catalog.find(name);
  if (object === undefined) return [];
  const paths = matchingPaths(environment, object, search.scope, test);
  const rows = results.rows(0, results.length) as RecordAnswer[];
  const found = rows.filter((row) => paths.has(String(row.attributes?.url)));
  return found.slice(offset, offset + (limit ?? found.length));
}

/** The urls of the matching records, by which their rows are known even where no Id is selected. */
function matchingPaths(
  { context, dataPath }: QueryEnvironment,
  object: ObjectInfo,
  scope: SearchScope,
  test: WordTest,
): Set<string> {
  const fields = object.fields.filter(IN_SCOPE[scope]);
  const paths = new Set<string>();
  for (const record of context.store.table(object.name).all()) {
    const words = fields.map((field) => wordsOf(String(record.values[field.name] ?? "")));
    if (!isDeleted(record) && test(words)) paths.add(`${dataPath}/sobjects/${object.name}/${record.id}`);
  }
  return paths;
}
