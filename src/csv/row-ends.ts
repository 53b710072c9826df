const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Finds where rows of CSV end, in the bytes they come in. No byte of a longer UTF-8 character is like one of those
 * that matter here.
 */
export class RowEnds {
  #isInQuotes = false;
  /** Of the line whose end has not come. */
  #length = 0;
  #beginsWithReturn = false;

  get isInQuotes(): boolean {
    return this.#isInQuotes;
  }

  /**
   * How many rows end in a chunk, and the place behind the last end of a line outside quotes. Blank lines are no
   * rows.
   *
   * @param limit 1 or more: where so many rows have ended, what follows is not looked at
   */
  find(chunk: Uint8Array, limit = Number.POSITIVE_INFINITY): { rows: number; end: number } {
    let isInQuotes = this.#isInQuotes;
    let rows = 0;
    let end = 0;
    const { length } = chunk;
    for (let at = 0; at < length; at++) {
      const byte = chunk[at] as number;
      // Most bytes are neither: one comparison tells.
      if (byte > QUOTE) continue;
      if (byte === QUOTE) isInQuotes = !isInQuotes;
      else if (byte === LINE_FEED && !isInQuotes) {
        if (!this.#isBlank(chunk, end, at)) rows++;
        this.#length = 0;
        end = at + 1;
        if (rows === limit) break;
      }
    }
    this.#isInQuotes = isInQuotes;
    if (this.#length === 0) this.#beginsWithReturn = chunk[end] === CARRIAGE_RETURN;
    this.#length += chunk.length - end;
    return { rows, end };
  }

  #isBlank(chunk: Uint8Array, start: number, end: number): boolean {
    const length = this.#length + end - start;
    if (length !== 1) return length === 0;
    return this.#length > 0 ? this.#beginsWithReturn : chunk[start] === CARRIAGE_RETURN;
  }
}

/** The place behind each line feed outside quotes. */
export function rowEnds(csv: Uint8Array): number[] {
  const ends: number[] = [];
  let isInQuotes = false;
  for (let at = 0; at < csv.length; at++) {
    const byte = csv[at] as number;
    if (byte > QUOTE) continue;
    if (byte === QUOTE) isInQuotes = !isInQuotes;
    else if (byte === LINE_FEED && !isInQuotes) ends.push(at + 1);
  }
  return ends;
}
