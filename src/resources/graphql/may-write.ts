/** A comment, a block of text, a text, a name, or one character. */
const TOKEN = /#[^\n\r]*|"""(?:\\"""|(?!""")[\s\S])*"""|"(?:\\.|[^"\\\n\r])*"|[_A-Za-z]\w*|[\s\S]/gy;

/** An operation of a document. */
interface Operation {
  readonly isQuery: boolean;
  readonly name: string | undefined;
}

/**
 * Whether a document could write when it is run: it is to run something else than a query, or cannot be told.
 *
 * @param operationName which of several operations is run
 */
export function mayWrite(document: string, operationName?: string): boolean {
  const operations = operationsOf(document);
  const run =
    operationName === undefined ? operations : operations?.filter(({ name }) => name === operationName);
  return !run?.length || run.some(({ isQuery }) => !isQuery);
}

/** The operations of a document, fragments left out; undefined where it cannot be read. */
function operationsOf(document: string): Operation[] | undefined {
  const operations: Operation[] = [];
  let depth = 0;
  /** The first words of a definition; undefined between definitions. */
  let words: string[] | undefined;
  for (const [token] of document.matchAll(TOKEN)) {
    const isWord = /^[_A-Za-z]/.test(token);
    if (/^[\s,#\ufeff]/.test(token)) continue;
    if (depth === 0 && words === undefined) {
      // Definitions may have a description before them.
      if (/^"./.test(token)) continue;
      if (token !== "{" && !isWord) return undefined;
      words = [];
    }
    if (depth === 0 && isWord) {
      // What follows something else than a word is no name: a directive has one, too.
      if (words !== undefined && words.length < 2 && !words.includes("")) words.push(token);
      continue;
    }
    if (depth === 0) words?.push("");
    if ("{([".includes(token)) depth++;
    if ("})]".includes(token)) depth--;
    if (depth < 0) return undefined;
    if (token === "}" && depth === 0) {
      const [keyword = "", name] = words ?? [];
      if (keyword !== "fragment") {
        operations.push({ isQuery: keyword === "" || keyword === "query", name: name || undefined });
      }
      words = undefined;
    }
  }
  return depth === 0 && words === undefined ? operations : undefined;
}
