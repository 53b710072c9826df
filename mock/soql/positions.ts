/** Text literals, and whatever is not one: names are looked for in the latter only. */
const LITERAL = /'(?:[^'\\]|\\.)*'?/gs;

/**
 * Where a word or path stands in a query, ignoring case and text literals; undefined where it does not. The
 * parser gives no positions, so the first fitting place from `from` on is taken.
 */
export function locate(soql: string, text: string, from = 0): number | undefined {
  const searchable = soql.replace(LITERAL, (literal) => " ".repeat(literal.length));
  const pattern = new RegExp(`(?<![\\w.])${quotePattern(text)}(?![\\w.])`, "gi");
  pattern.lastIndex = from;
  return pattern.exec(searchable)?.index;
}

/** Where a clause such as `WHERE` begins; the beginning of the query where it has none. */
export function clauseStart(soql: string, keyword: "where" | "order" | "group" | "having"): number {
  return locate(soql, keyword) ?? 0;
}

function quotePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
