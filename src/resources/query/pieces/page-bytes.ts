import type { QueryPage, WireRecord } from "../../../http/schemas.js";
import { GatheredBytes } from "./gathered-bytes.js";

const LIST_START = 0x5b;
const LIST_END = 0x5d;
const OBJECT_END = 0x7d;

/** Bytes of a piece: few enough that V8 finds most of what is made of them dead when it looks for garbage. */
const PIECE_BYTES = 32_768;

/**
 * Stands between two records, and between two children, where a piece that ends there is no JSON; but never inside a
 * text, where quotes have a backslash before them.
 */
const BETWEEN_RECORDS = new TextEncoder().encode('},{"attributes":{');

/** A page of a query in JSON, as its bytes come. Its records are parsed some at a time, as they are taken. */
export class PageBytes {
  readonly #gathered: GatheredBytes;
  readonly #decoder = new TextDecoder();
  /** Where the list of records begins and ends; -1 before that has come. */
  #listStart = -1;
  #listEnd = -1;
  /** Where the records begin that were not taken. */
  #at = 0;

  readonly #pieceBytes: number;

  /**
   * @param spare buffers that are used again
   * @param pieceBytes how many are parsed at a time, at least
   */
  constructor(spare: Uint8Array[], pieceBytes = PIECE_BYTES) {
    this.#gathered = new GatheredBytes(spare);
    this.#pieceBytes = pieceBytes;
  }

  push(chunk: Uint8Array): void {
    this.#gathered.push(chunk);
    if (this.#listStart < 0) this.#listStart = this.#gathered.bytes.indexOf(LIST_START);
  }

  /** What the page says before its records; undefined where that has not come. */
  head(): QueryPage | undefined {
    return this.#listStart < 0 ? undefined : pageOf(`${this.text(0, this.#listStart + 1)}]}`);
  }

  /** The page but for its records, once all has come; undefined where it is no page. */
  whole(): QueryPage | undefined {
    this.#listEnd = this.#gathered.bytes.lastIndexOf(LIST_END);
    this.#at = this.#listStart + 1;
    if (this.#listStart < 0) return undefined;
    return pageOf(this.text(0, this.#at) + this.text(this.#listEnd));
  }

  /** Whether all records of the whole page were taken. */
  get isTaken(): boolean {
    return this.#at > this.#listEnd;
  }

  /**
   * The next records of the whole page.
   *
   * @throws SyntaxError where they are no JSON
   */
  take(): WireRecord[] {
    const records = this.#takeUntil(this.#pieceEnd(this.#at + this.#pieceBytes));
    if (this.isTaken) this.#gathered.release();
    return records;
  }

  /** What came, as text. */
  text(start = 0, end?: number): string {
    return this.#decoder.decode(this.#gathered.bytes.subarray(start, end));
  }

  /** Where the first record ends that ends behind a place. */
  #pieceEnd(from: number): number {
    const { bytes } = this.#gathered;
    let at = bytes.indexOf(OBJECT_END, from);
    while (at >= 0 && at < this.#listEnd) {
      if (BETWEEN_RECORDS.every((byte, index) => bytes[at + index] === byte)) return at + 1;
      at = bytes.indexOf(OBJECT_END, at + 1);
    }
    return this.#listEnd;
  }

  #takeUntil(end: number): WireRecord[] {
    try {
      const records = JSON.parse(`[${this.text(this.#at, end)}]`);
      this.#at = end + 1;
      return records;
    } catch (error) {
      if (end === this.#listEnd) throw error;
      // That was between two children.
      return this.#takeUntil(this.#listEnd);
    }
  }
}

function pageOf(text: string): QueryPage | undefined {
  try {
    const page = JSON.parse(text) as Partial<QueryPage>;
    return Array.isArray(page.records) ? (page as QueryPage) : undefined;
  } catch {
    return undefined;
  }
}
