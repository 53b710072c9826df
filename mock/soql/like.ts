import { ANY_CHARACTER, ANY_TEXT, type LikeToken } from "./string-literal.js";

/** Makes a test for a LIKE pattern, which ignores case. Its time is at most length × pattern. */
export function compileLike(tokens: readonly LikeToken[]): (text: string) => boolean {
  const pattern = tokens.map((token) => (typeof token === "string" ? token.toLowerCase() : token));
  const middle = simpleMiddle(pattern);
  if (middle !== undefined) return compileSimple(pattern, middle);
  return (text) => matches(text.toLowerCase(), pattern);
}

/** The text of a pattern whose only wildcards are `%` at its ends. */
function simpleMiddle(pattern: readonly LikeToken[]): string | undefined {
  const inner = pattern.slice(
    pattern[0] === ANY_TEXT ? 1 : 0,
    pattern.length > 1 && pattern.at(-1) === ANY_TEXT ? -1 : undefined,
  );
  return inner.every((token) => typeof token === "string") ? inner.join("") : undefined;
}

function compileSimple(pattern: readonly LikeToken[], middle: string): (text: string) => boolean {
  const open = pattern[0] === ANY_TEXT;
  const ends = pattern.at(-1) === ANY_TEXT;
  if (open && ends) return (text) => text.toLowerCase().includes(middle);
  if (open) return (text) => text.toLowerCase().endsWith(middle);
  if (ends) return (text) => text.toLowerCase().startsWith(middle);
  return (text) => text.toLowerCase() === middle;
}

/** Goes through the text once, coming back to the last `%` where what follows it does not fit. */
function matches(text: string, pattern: readonly LikeToken[]): boolean {
  let at = 0;
  let token = 0;
  let lastAny = -1;
  let resume = 0;
  while (at < text.length) {
    const expected = pattern[token];
    if (expected === ANY_TEXT) {
      lastAny = token;
      resume = at;
      token += 1;
    } else if (
      expected === ANY_CHARACTER ||
      (typeof expected === "string" && text.startsWith(expected, at))
    ) {
      at += typeof expected === "string" ? expected.length : 1;
      token += 1;
    } else if (lastAny >= 0) {
      resume += 1;
      at = resume;
      token = lastAny + 1;
    } else return false;
  }
  return pattern.slice(token).every((rest) => rest === ANY_TEXT);
}
