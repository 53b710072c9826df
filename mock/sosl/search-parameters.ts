import { requestFault } from "../http/fault.js";
import { expectObject, type JsonObject } from "../http/json-body.js";
import { malformedSearch } from "./malformed-search.js";
import { MAX_RESULTS, type Returning, type Search, type SearchScope } from "./search.js";

const SCOPES: ReadonlySet<string> = new Set<SearchScope>(["ALL", "NAME", "EMAIL", "PHONE", "SIDEBAR"]);
const OBJECT_PARAMETER = /^(\w+)\.(fields|where|orderBy|limit|offset)$/i;
/** What both ways of asking know of the whole search, in lower case. */
type PlainName = "q" | "in" | "fields" | "overalllimit" | "defaultlimit";

/** What is asked for of one object, by the name of the parameter in lower case. */
type ObjectParameters = ReadonlyMap<string, string>;

interface Parameters {
  readonly plain: ReadonlyMap<string, string>;
  readonly objects: readonly { readonly name: string; readonly own: ObjectParameters }[];
}

/** A search as the query of a URL gives it: `q=Acme&sobject=Account&Account.fields=Id,Name`. */
export function searchOfQuery(query: URLSearchParams): Search {
  const own = new Map<string, Map<string, string>>();
  const plain = new Map<string, string>();
  const names: string[] = [];
  for (const [key, value] of query) {
    const ofObject = OBJECT_PARAMETER.exec(key);
    if (key.toLowerCase() === "sobject") names.push(...value.split(",").map((name) => name.trim()));
    else if (ofObject === null) plain.set(key.toLowerCase(), value);
    else ownParameters(own, ofObject[1] ?? "").set((ofObject[2] ?? "").toLowerCase(), value);
  }
  const objects = names.map((name) => ({ name, own: ownParameters(own, name) }));
  return toSearch({ plain, objects });
}

function ownParameters(own: Map<string, Map<string, string>>, object: string): Map<string, string> {
  const key = object.toLowerCase();
  const known = own.get(key) ?? new Map<string, string>();
  own.set(key, known);
  return known;
}

/** A search as a JSON body gives it: `{ "q": "Acme", "sobjects": [{ "name": "Account", "fields": ["Id"] }] }`. */
export function searchOfBody(value: unknown): Search {
  const body = expectObject(value, "ParameterizedSearch");
  const listed = body.sobjects ?? [];
  if (!Array.isArray(listed)) throw badParameter("sobjects", "a list of objects");
  const objects = listed.map((entry: unknown) => {
    const object = expectObject(entry, "SObjectSearch");
    if (typeof object.name !== "string") throw badParameter("sobjects.name", "the name of an object");
    return { name: object.name, own: textsOf(object) };
  });
  return toSearch({ plain: textsOf(body), objects });
}

/** JSON has lists and numbers where a URL has texts. */
function textsOf(object: JsonObject): Map<string, string> {
  const entries = Object.entries(object).filter(([, value]) => value !== null && typeof value !== "boolean");
  return new Map(entries.map(([key, value]) => [key.toLowerCase(), String(value)]));
}

function toSearch({ plain, objects }: Parameters): Search {
  const get = (name: PlainName): string | undefined => plain.get(name);
  const terms = get("q")?.trim() ?? "";
  if (terms === "") throw malformedSearch("No search term found.");
  if (get("fields") !== undefined && objects.length === 0) {
    throw requestFault(400, "INVALID_SEARCH", "fields needs sobject to say which object they are of");
  }
  const defaults = { fields: get("fields"), limit: count("defaultLimit", get("defaultlimit")) };
  const returning = objects.map(({ name, own }) => toReturning(name, own, defaults));
  return {
    terms,
    scope: readScope(get("in") ?? "ALL"),
    returning: objects.length === 0 ? undefined : returning,
    limit: Math.min(count("overallLimit", get("overalllimit")) ?? MAX_RESULTS, MAX_RESULTS),
  };
}

function toReturning(
  object: string,
  own: ObjectParameters,
  defaults: { fields: string | undefined; limit: number | undefined },
): Returning {
  const where = own.get("where");
  const orderBy = own.get("orderby");
  return {
    object,
    fields: own.get("fields") ?? defaults.fields ?? "Id",
    clauses: [where && `WHERE ${where}`, orderBy && `ORDER BY ${orderBy}`].filter(Boolean).join(" "),
    limit: count(`${object}.limit`, own.get("limit")) ?? defaults.limit,
    offset: count(`${object}.offset`, own.get("offset")) ?? 0,
  };
}

function readScope(text: string): SearchScope {
  const scope = text.toUpperCase().replace(/ FIELDS$/, "");
  if (SCOPES.has(scope)) return scope as SearchScope;
  throw requestFault(
    400,
    "INVALID_SEARCH_SCOPE",
    `in must be one of ${[...SCOPES].join(", ")}, not '${text}'`,
  );
}

function count(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  throw badParameter(name, "a whole number");
}

function badParameter(name: string, what: string) {
  return requestFault(400, "ILLEGAL_QUERY_PARAMETER_VALUE", `${name} must be ${what}`);
}
