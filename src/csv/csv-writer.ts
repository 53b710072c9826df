import { utf8Length } from "./utf8-length.js";
import { isSpace, writeField } from "./write-row.js";

const QUOTE = 0x22;
const COMMA = 0x2c;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Bytes of UTF-8 that one unit of text becomes at most. */
const LARGEST_UNIT = 3;
const FIRST_SIZE = 1 << 16;
const GROWTH = 4;

/**
 * Writes rows of CSV (RFC 4180) as UTF-8, byte for byte into one piece of memory: to make text of a row first, and
 * bytes of that, takes twice as long.
 */
export class CsvWriter {
  #bytes: Uint8Array<ArrayBuffer>;
  #length = 0;
  readonly #usual: number;
  readonly #encoder = new TextEncoder();

  /**
   * @param usual bytes that are mostly enough
   * @param memory is written over
   */
  constructor(usual: number, memory?: ArrayBuffer) {
    this.#usual = usual;
    this.#bytes = new Uint8Array(memory ?? new ArrayBuffer(Math.min(usual, FIRST_SIZE)));
  }

  /** Bytes so far. */
  get length(): number {
    return this.#length;
  }

  /** The bytes from one place on to another, as long as nothing more is written. */
  bytes(start = 0, end = this.#length): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(start, end);
  }

  /** Takes back what was written from a place on. */
  cutAt(length: number): void {
    this.#length = length;
  }

  /** A field, in quotes where it has to be, and a comma; false where half of a surrogate pair makes it unfit. */
  field(text: string): boolean {
    const { length } = text;
    this.#reserve(LARGEST_UNIT * length + 1);
    const bytes = this.#bytes;
    let at = this.#length;
    for (let place = 0; place < length; place++) {
      const unit = text.charCodeAt(place);
      if (unit < 0x80) {
        if (unit <= COMMA && isSpecial(unit)) return this.#rareField(text);
        bytes[at++] = unit;
      } else if (unit < 0x800) {
        bytes[at++] = 0xc0 | (unit >> 6);
        bytes[at++] = 0x80 | (unit & 0x3f);
      } else return this.#rareField(text);
    }
    if (length > 0 && (isSpace(text.charCodeAt(0)) || isSpace(text.charCodeAt(length - 1)))) {
      return this.#rareField(text);
    }
    bytes[at++] = COMMA;
    this.#length = at;
    return true;
  }

  /** A field that is known to be of such ASCII characters as need no quotes, and a comma. */
  plainField(text: string): void {
    const { length } = text;
    this.#reserve(length + 1);
    const bytes = this.#bytes;
    let at = this.#length;
    for (let place = 0; place < length; place++) bytes[at++] = text.charCodeAt(place);
    bytes[at++] = COMMA;
    this.#length = at;
  }

  /** Fields that are empty, each with its comma. */
  emptyFields(count: number): void {
    this.#reserve(count);
    this.#bytes.fill(COMMA, this.#length, this.#length + count);
    this.#length += count;
  }

  /** Fields that were written as CSV before, and a comma. */
  writtenFields(fields: Uint8Array): void {
    this.#reserve(fields.length + 1);
    this.#bytes.set(fields, this.#length);
    this.#length += fields.length;
    this.#bytes[this.#length++] = COMMA;
  }

  /** Puts the end of the line in the place of the last comma. */
  endRow(start: number): void {
    // A row of one empty field would be a blank line, which means nothing.
    if (this.#length === start + 1) {
      this.cutAt(start);
      this.plainField('""');
    }
    this.#bytes[this.#length - 1] = LINE_FEED;
  }

  #rareField(text: string): boolean {
    if (!isWellFormed(text)) return false;
    const field = writeField(text);
    this.#reserve(LARGEST_UNIT * field.length + 1);
    this.#length += this.#encoder.encodeInto(field, this.#bytes.subarray(this.#length)).written;
    this.#bytes[this.#length++] = COMMA;
    return true;
  }

  #reserve(count: number): void {
    const most = this.#length + count;
    if (most <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(most, Math.min(GROWTH * this.#bytes.length, this.#usual)));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

function isSpecial(unit: number): boolean {
  return unit === COMMA || unit === QUOTE || unit === LINE_FEED || unit === CARRIAGE_RETURN;
}

function isWellFormed(text: string): boolean {
  const known = text as { isWellFormed?(): boolean };
  return known.isWellFormed?.() ?? utf8Length(text) !== undefined;
}
