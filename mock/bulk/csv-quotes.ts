/**
 * Whether each quote of a CSV text opens a value, closes one, or is one of two within it. Others fail a batch, a
 * space between a delimiter and a quote among them.
 */
export function quotesAreRight(text: string, delimiter: string): boolean {
  for (let at = text.indexOf('"'); at >= 0; ) {
    const end = closingQuote(text, at);
    if (end < 0 || !isEdge(text[at - 1], delimiter) || !isEdge(text[end + 1], delimiter)) return false;
    at = text.indexOf('"', end + 1);
  }
  return true;
}

/** Where the value that a quote opens is closed; -1 where it is not. */
function closingQuote(text: string, opening: number): number {
  let at = text.indexOf('"', opening + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

/** The start or end of the text, of a row or of a value. */
function isEdge(character: string | undefined, delimiter: string): boolean {
  return character === undefined || character === delimiter || character === "\n" || character === "\r";
}
