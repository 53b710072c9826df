import { DecodeError } from "../errors.js";

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Rows up to this length are copied as a whole; of longer ones each field is, so that a short one keeps none alive. */
const SHORT_ROW = 1_000;

/**
 * Cuts lines of CSV into the fields of rows. A row whose quotes are open at the end of the lines goes on in the
 * next ones.
 */
export class RowParser {
  readonly #delimiter: number;
  /** The start of a row whose end has not come. */
  #rest = "";
  /** Where the row's fields so far begin and end, in turns; the end of a field whose quotes are open is not known. */
  #bounds = new Int32Array(64);
  #fields = 0;
  #inQuotes = false;
  /** The row's fields that hold doubled quotes. */
  #doubled: number[] = [];

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /** Whether a row has begun that has not ended. */
  get isOpen(): boolean {
    return this.#rest !== "";
  }

  /**
   * Adds the rows that lines end.
   *
   * @param lines text that ends with a line feed
   * @throws DecodeError where quotes stand where none can
   */
  push(lines: string, rows: string[][]): void {
    const text = this.#rest + lines;
    let rowStart = 0;
    let at = this.#rest.length;
    while (at < text.length) {
      const isQuoted = this.#inQuotes || text.charCodeAt(at) === QUOTE;
      const end = isQuoted ? this.#endOfQuoted(text, at) : this.#endOfUnquoted(text, at);
      if (end < 0) break;
      at = end + 1;
      const unit = text.charCodeAt(end);
      if (unit === this.#delimiter) continue;
      if (unit === CARRIAGE_RETURN && text.charCodeAt(at) === LINE_FEED) at++;
      else if (unit !== LINE_FEED) throw malformed();
      if (end > rowStart) rows.push(this.#row(text, rowStart, end));
      this.#fields = 0;
      rowStart = at;
    }
    this.#rest = text.slice(rowStart);
    if (this.isOpen && rowStart > 0) this.#bounds = this.#bounds.map((bound) => bound - rowStart);
  }

  /** Where the quotes that open at a place, or are open there, have been closed; -1 where they are not. */
  #endOfQuoted(text: string, at: number): number {
    if (!this.#inQuotes) this.#bounds[2 * this.#fields] = at + 1;
    let end = text.indexOf('"', this.#inQuotes ? at : at + 1);
    while (end >= 0 && text.charCodeAt(end + 1) === QUOTE) {
      if (this.#doubled.at(-1) !== this.#fields) this.#doubled.push(this.#fields);
      end = text.indexOf('"', end + 2);
    }
    this.#inQuotes = end < 0;
    if (end < 0) return end;
    this.#endField(end);
    return end + 1;
  }

  #endOfUnquoted(text: string, start: number): number {
    const delimiter = this.#delimiter;
    let end = start;
    let unit = text.charCodeAt(end);
    while (unit !== delimiter && unit !== LINE_FEED) {
      if (unit === QUOTE) throw malformed();
      unit = text.charCodeAt(++end);
    }
    if (unit === LINE_FEED && end > start && text.charCodeAt(end - 1) === CARRIAGE_RETURN) end--;
    this.#bounds[2 * this.#fields] = start;
    this.#endField(end);
    return end;
  }

  #endField(end: number): void {
    this.#bounds[2 * this.#fields + 1] = end;
    this.#fields++;
    // Room for one more field.
    if (2 * this.#fields + 2 > this.#bounds.length) {
      const larger = new Int32Array(2 * this.#bounds.length);
      larger.set(this.#bounds);
      this.#bounds = larger;
    }
  }

  #row(text: string, start: number, end: number): string[] {
    const bounds = this.#bounds;
    const isShort = end - start <= SHORT_ROW;
    const row = isShort ? copyOf(text.slice(start, end)) : text;
    const offset = isShort ? start : 0;
    const fields = new Array<string>(this.#fields);
    for (let index = 0; index < fields.length; index++) {
      const field = row.slice((bounds[2 * index] ?? 0) - offset, (bounds[2 * index + 1] ?? 0) - offset);
      fields[index] = isShort ? field : copyOf(field);
    }
    if (this.#doubled.length > 0) {
      for (const index of this.#doubled) fields[index] = fields[index]?.replaceAll('""', '"') ?? "";
      this.#doubled = [];
    }
    return fields;
  }
}

/** Engines make a part of a text a view of the whole, which stays in memory as long as the part does. */
function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}

function malformed(): DecodeError {
  return new DecodeError("decode.csv", "The CSV has quotes where none can stand.");
}
