import type { OrderByClause, Query } from "@jetstreamapp/soql-parser-js";
import { isCallOf } from "./function-call.js";
import { TIME_DAY } from "./operand.js";
import { orderByList } from "./order-by.js";

/** A query in words the parser takes, and how to turn its answer into that of the query itself. */
interface Bridged {
  readonly soql: string;
  readonly restore: (query: Query) => Query;
}

/** Something SOQL has and the parser does not. Undefined for a query without it. */
type Gap = (soql: string) => Bridged | undefined;

const GAPS: readonly Gap[] = [bareOffset, orderedGrouping, anyScope, timeLiteral, exponentNumber];

const BARE_OFFSET = /\s(?=OFFSET\s+\d+\s*(?:FOR\s[\w\s,]*)?$)/i;
const LITERAL = "'(?:[^'\\\\]|\\\\.)*'?";
/** Where a value stands: after an operator, or in a list. */
const VALUE = "(?<=[=<>(,]\\s*)";
const TIME = new RegExp(`${LITERAL}|${VALUE}(\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,3})?Z)(?!\\w)`, "gis");
const EXPONENT = new RegExp(`${LITERAL}|${VALUE}([+-]?\\d+(?:\\.\\d+)?e[+-]?\\d+)(?![\\w.])`, "gis");
const ORDERED_GROUPING = new RegExp(
  `${LITERAL}|(GROUPING\\s*\\([^()']*\\))(?:\\s+(ASC|DESC))?(?:\\s+NULLS\\s+(FIRST|LAST))?`,
  "gis",
);
const SCOPE = new RegExp(`${LITERAL}|(\\bUSING\\s+SCOPE\\s+)(\\w+)`, "gis");
/** More digits than any field has. */
const MAX_DIGITS = 21;

/** The query with everything the parser does not know put otherwise; undefined where there is nothing such. */
export function bridgeGaps(soql: string): Bridged | undefined {
  let bridged: Bridged | undefined;
  for (const gap of GAPS) {
    const next = gap(bridged?.soql ?? soql);
    if (next === undefined) continue;
    const before = bridged?.restore ?? same;
    bridged = { soql: next.soql, restore: (query) => before(next.restore(query)) };
  }
  return bridged;
}

function same(query: Query): Query {
  return query;
}

/** The parser takes OFFSET after ORDER BY or LIMIT only, though SOQL has it after any clause. */
function bareOffset(soql: string): Bridged | undefined {
  if (!BARE_OFFSET.test(soql) || /\bLIMIT\s+\d+\s+OFFSET/i.test(soql)) return undefined;
  return {
    soql: soql.replace(BARE_OFFSET, " LIMIT 1 "),
    restore: ({ limit: _, ...query }) => query,
  };
}

/** The parser takes `ORDER BY GROUPING(Name)`, but no direction after it. */
function orderedGrouping(soql: string): Bridged | undefined {
  const directions: Pick<OrderByClause, "order" | "nulls">[] = [];
  const start = soql.search(/\sORDER\s+BY\s(?!.*\sORDER\s+BY\s)/is);
  if (start < 0) return undefined;
  const clauses = soql.slice(start).replace(ORDERED_GROUPING, (all, call, order, nulls) => {
    if (call === undefined) return all;
    directions.push({ ...direction("order", order), ...direction("nulls", nulls) });
    return call;
  });
  if (directions.length === 0) return undefined;
  return {
    soql: soql.slice(0, start) + clauses,
    restore: (query) => ({ ...query, orderBy: withDirections(orderByList(query.orderBy), directions) }),
  };
}

function direction(key: "order" | "nulls", word: string | undefined) {
  return word === undefined ? {} : { [key]: word.toUpperCase() };
}

function withDirections(
  clauses: readonly OrderByClause[],
  directions: readonly Pick<OrderByClause, "order" | "nulls">[],
): OrderByClause[] {
  let next = 0;
  return clauses.map((clause) =>
    "fn" in clause && isCallOf("GROUPING", clause.fn) ? { ...clause, ...directions[next++] } : clause,
  );
}

/** The parser knows some of the scopes only. */
function anyScope(soql: string): Bridged | undefined {
  let name: string | undefined;
  const text = soql.replace(SCOPE, (all: string, words?: string, scope?: string) => {
    if (words === undefined || name !== undefined) return all;
    name = scope;
    return `${words}Everything`;
  });
  if (name === undefined) return undefined;
  const usingScope = name as NonNullable<Query["usingScope"]>;
  return { soql: text, restore: (query) => ({ ...query, usingScope }) };
}

/** `12:30:00.000Z`, as a time of a day that no datetime can have. */
function timeLiteral(soql: string): Bridged | undefined {
  return replaced(soql, TIME, (time) => `${TIME_DAY}T${time}`);
}

/** `1e3`, as `1000`. */
function exponentNumber(soql: string): Bridged | undefined {
  return replaced(soql, EXPONENT, (text) => {
    const value = Number(text);
    if (!Number.isFinite(value)) return text;
    return value.toLocaleString("en-US", { useGrouping: false, maximumSignificantDigits: MAX_DIGITS });
  });
}

/** Replaces what a pattern finds outside text literals. */
function replaced(soql: string, pattern: RegExp, replace: (found: string) => string): Bridged | undefined {
  const text = soql.replace(pattern, (all: string, found?: string) =>
    found === undefined ? all : replace(found),
  );
  return text === soql ? undefined : { soql: text, restore: same };
}
