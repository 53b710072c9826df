/** A piece of SOQL text that is still being typed: nothing here refuses anything. */
export interface Token {
  readonly kind: "word" | "text" | "symbol";
  readonly text: string;
  readonly start: number;
  /** Behind its last character. */
  readonly end: number;
  /** The brackets it stands in. */
  readonly group: Group;
}

/** What stands between two brackets; the whole text is one, too. */
export interface Group {
  readonly parent: Group | undefined;
  readonly start: number;
  /** Behind its closing bracket, or of the text where that is missing. */
  end: number;
  readonly tokens: Token[];
}

export interface SoqlText {
  readonly root: Group;
  readonly groups: readonly Group[];
}

const TOKEN = /(?<word>[A-Za-z_][\w.]*)|(?<text>'(?:\\.|[^'\\])*'?)|(?<symbol>[^\s\w])/gs;

/** Splits SOQL text into words, texts in quotes and symbols, by the brackets they stand in. */
export function readTokens(soql: string): SoqlText {
  const root: Group = { parent: undefined, start: 0, end: soql.length, tokens: [] };
  const groups = [root];
  let group = root;
  for (const match of soql.matchAll(TOKEN)) {
    const kind =
      match.groups?.word !== undefined ? "word" : match.groups?.text !== undefined ? "text" : "symbol";
    const [text] = match;
    const end = match.index + text.length;
    if (text === ")" && group.parent !== undefined) {
      group.end = end;
      group = group.parent;
      continue;
    }
    group.tokens.push({ kind, text, start: match.index, end, group });
    if (text === "(") {
      group = { parent: group, start: end, end: soql.length, tokens: [] };
      groups.push(group);
    }
  }
  return { root, groups };
}

/** Whether a token is this word of SOQL. */
export function isWord(token: Token | undefined, word: string): boolean {
  return token?.kind === "word" && token.text.toUpperCase() === word;
}
