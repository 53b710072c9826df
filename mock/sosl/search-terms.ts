import { malformedSearch } from "./malformed-search.js";

/** Whether the words of a record, in lower case, are what was searched for. */
export type WordTest = (fields: readonly (readonly string[])[]) => boolean;

type Tokens = string[];

const TOKEN = /\s+|"(?:\\.|[^"\\])*"|[()]|(?:\\.|[^\s"()\\])+/gsy;
const MIN_LENGTH = 2;

/** The words of a text: runs of letters and digits. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Compiles what stands in the braces of FIND. Terms without an operator between them must all be there. */
export function compileTerms(text: string): WordTest {
  const pieces = text.match(TOKEN) ?? [];
  if (pieces.join("") !== text) throw malformedSearch("a quoted phrase or an escape has no end");
  const tokens = pieces.filter((piece) => piece.trim() !== "");
  const test = anyOf(tokens);
  if (tokens.length > 0) throw malformedSearch(`unexpected token: '${tokens[0]}'`);
  return test;
}

function isWord(token: string | undefined, word: string): boolean {
  return token?.toUpperCase() === word;
}

function anyOf(tokens: Tokens): WordTest {
  const first = allOf(tokens);
  if (!isWord(tokens[0], "OR")) return first;
  tokens.shift();
  const second = anyOf(tokens);
  return (fields) => first(fields) || second(fields);
}

function allOf(tokens: Tokens): WordTest {
  const first = single(tokens);
  if (tokens.length === 0 || tokens[0] === ")" || isWord(tokens[0], "OR")) return first;
  const negated = isWord(tokens[0], "AND") && isWord(tokens[1], "NOT");
  if (isWord(tokens[0], "AND")) tokens.splice(0, negated ? 2 : 1);
  const second = allOf(tokens);
  return negated ? (fields) => first(fields) && !second(fields) : (fields) => first(fields) && second(fields);
}

function single(tokens: Tokens): WordTest {
  const token = tokens.shift();
  if (token === undefined || token === ")" || /^(?:AND|OR|NOT)$/i.test(token)) {
    throw malformedSearch(`unexpected token: '${token ?? "<EOF>"}'`);
  }
  if (token !== "(") return phrase(token.startsWith('"') ? token.slice(1, -1) : token);
  const inner = anyOf(tokens);
  if (tokens.shift() !== ")") throw malformedSearch("expecting a right parentheses");
  return inner;
}

/** Words that must follow one another in one field. */
function phrase(text: string): WordTest {
  const patterns = text.match(/(?:\\[*?]|[\p{L}\p{N}*?])+/gu)?.flatMap(wordPatterns) ?? [];
  if (text.replaceAll(/[*?\\\s]/g, "").length < MIN_LENGTH || patterns.length === 0) {
    throw malformedSearch("search term must be longer than one character");
  }
  return (fields) =>
    fields.some((words) =>
      words.some((_, start) => patterns.every((pattern, at) => pattern.test(words[start + at] ?? ""))),
    );
}

/** Escaped wildcards are punctuation, which parts words. */
function wordPatterns(text: string): RegExp[] {
  const words = text.split(/\\[*?]/).filter((word) => word !== "");
  return words.map((word) => {
    const pattern = word.toLowerCase().replaceAll("*", ".*").replaceAll("?", ".");
    return new RegExp(`^${pattern}$`, "su");
  });
}
