import { malformedSearch } from "./malformed-search.js";
import { MAX_RESULTS, type Returning, type Search, type SearchScope } from "./search.js";

const FIND = /^\s*FIND\s*\{((?:\\.|[^}\\])*)\}/is;
const SCOPE = /^\s*IN\s+(ALL|NAME|EMAIL|PHONE|SIDEBAR)\s+FIELDS\b/i;
const OBJECT =
  /^\s*(\w+)\s*(?:\(((?:'(?:\\.|[^'\\])*'|\((?:'(?:\\.|[^'\\])*'|[^()'])*\)|[^()'])*)\))?\s*(,?)/s;
const PAGE = /^(.*?)(?:\bLIMIT\s+(\d+)\s*)?(?:\bOFFSET\s+(\d+)\s*)?$/is;
const FIELDS = /^\s*(.*?)\s*(\b(?:WHERE|ORDER\s+BY|USING)\b.*)?$/is;
const LIMIT = /^\s*LIMIT\s+(\d+)\s*$/i;

/** Parses a SOSL statement. Throws MALFORMED_SEARCH. */
export function parseSearch(sosl: string): Search {
  const find = FIND.exec(sosl);
  if (find?.[1] === undefined || find[1].trim() === "") {
    throw malformedSearch("No search term found. The search term must be enclosed in braces.");
  }
  let rest = sosl.slice(find[0].length);
  const scope = SCOPE.exec(rest);
  rest = rest.slice(scope?.[0].length ?? 0);
  const returning: Returning[] = [];
  const keyword = /^\s*RETURNING\b/i.exec(rest);
  if (keyword !== null) rest = readReturning(rest.slice(keyword[0].length), returning);
  return {
    terms: find[1],
    scope: (scope?.[1]?.toUpperCase() ?? "ALL") as SearchScope,
    returning: keyword === null ? undefined : returning,
    limit: readLimit(rest),
  };
}

function readReturning(text: string, found: Returning[]): string {
  const match = OBJECT.exec(text);
  if (match?.[1] === undefined) throw malformedSearch("RETURNING must name an object");
  found.push(readObject(match[1], match[2] ?? "Id"));
  const rest = text.slice(match[0].length);
  return match[3] === "," ? readReturning(rest, found) : rest;
}

function readObject(object: string, body: string): Returning {
  const page = PAGE.exec(body);
  const parts = FIELDS.exec(page?.[1] ?? "");
  const fields = parts?.[1] ?? "";
  const clauses = parts?.[2] ?? "";
  if (fields === "") throw malformedSearch(`no fields are given for ${object}`);
  if (/^USING\b/i.test(clauses)) throw malformedSearch("USING ListView is not evaluated by the embedded org");
  const limit = page?.[2] === undefined ? undefined : Number(page[2]);
  return { object, fields, clauses, limit, offset: Number(page?.[3] ?? 0) };
}

function readLimit(rest: string): number {
  if (rest.trim() === "") return MAX_RESULTS;
  const clause = /^\s*(WITH\s+\w+|UPDATE\s+\w+)/i.exec(rest)?.[1];
  if (clause !== undefined) throw malformedSearch(`${clause} is not evaluated by the embedded org`);
  const limit = LIMIT.exec(rest)?.[1];
  if (limit === undefined) throw malformedSearch(`unexpected token: '${rest.trim().split(/\s/)[0]}'`);
  return Math.min(Number(limit), MAX_RESULTS);
}
