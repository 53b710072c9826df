import { malformed } from "./soql-fault.js";

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  b: "\b",
  f: "\f",
  '"': '"',
  "'": "'",
  "\\": "\\",
};
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|(.)|$)/gs;

/** A character of a LIKE pattern: text that must be there, or a wildcard. */
export type LikeToken = string | typeof ANY_TEXT | typeof ANY_CHARACTER;
export const ANY_TEXT = Symbol("%");
export const ANY_CHARACTER = Symbol("_");

/** The text of a quoted literal. */
export function unquote(literal: string): string {
  return literal.slice(1, -1).replaceAll(ESCAPE, (sequence, code?: string, letter?: string) => {
    const text = meaningOf(code, letter);
    if (text === undefined) throw malformed(`illegal escape '${sequence}' in a string literal`);
    return text;
  });
}

function meaningOf(code: string | undefined, letter: string | undefined): string | undefined {
  if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
  return letter === undefined ? undefined : ESCAPES[letter.toLowerCase()];
}

/** The tokens of a quoted LIKE pattern: `\%` and `\_` stand for the characters themselves. */
export function likeTokens(literal: string): LikeToken[] {
  const pattern = literal.slice(1, -1);
  const tokens: LikeToken[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    if (character === "%") tokens.push(ANY_TEXT);
    else if (character === "_") tokens.push(ANY_CHARACTER);
    else if (character !== "\\") tokens.push(character);
    else {
      const sequence = /^\\(?:u[0-9a-fA-F]{4}|.)/s.exec(pattern.slice(at))?.[0] ?? "\\";
      tokens.push(sequence === "\\%" || sequence === "\\_" ? sequence.charAt(1) : unquote(`'${sequence}'`));
      at += sequence.length - 1;
    }
  }
  return tokens;
}
