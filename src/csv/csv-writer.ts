/** Bytes of UTF-8 that one unit of text becomes at most. */
const LARGEST_UNIT = 3;
/** Units of text that are encoded together: each call of an encoder takes as long as some hundred bytes. */
const BLOCK = 16_384;
/** Bytes that few rows need. Memory for all is had once they are more: the system gives it only as it is written. */
const FEW = 1 << 18;
/** Bytes for a row that there is no room for: that shows once it is encoded. */
const SPARE = 1 << 16;

/** Gathers rows of CSV as UTF-8 in one piece of memory, up to a number of bytes. */
export class CsvWriter {
  readonly #largest: number;
  #bytes: Uint8Array<ArrayBuffer>;
  #length = 0;
  /** Rows that are not encoded yet. */
  #text = "";
  readonly #encoder = new TextEncoder();

  /**
   * @param largest bytes
   * @param memory is written over
   */
  constructor(largest: number, memory: ArrayBuffer = new ArrayBuffer(Math.min(largest, FEW))) {
    this.#largest = largest;
    this.#bytes = new Uint8Array(memory);
  }

  /** Bytes so far, and units of text that are not bytes yet. */
  get length(): number {
    return this.#length + this.#text.length;
  }

  /** The bytes of all rows, as long as none is added. */
  bytes(): Uint8Array<ArrayBuffer> {
    this.#encode();
    return this.#bytes.subarray(0, this.#length);
  }

  /** Adds a row, its line end included; false where there is no room for it. */
  add(row: string): boolean {
    if (!this.#hasRoom(row)) {
      this.#encode();
      if (!this.#hasRoom(row)) return this.#addLast(row);
    }
    this.#text += row;
    if (this.#text.length >= BLOCK) this.#encode();
    return true;
  }

  /** Whether there is room whatever characters a row is of, and those before it. */
  #hasRoom(row: string): boolean {
    return this.#length + LARGEST_UNIT * (this.#text.length + row.length) <= this.#largest;
  }

  /** Adds a row where only its bytes tell whether it has room. */
  #addLast(row: string): boolean {
    const start = this.#length;
    this.#text = row;
    this.#encode();
    if (this.#length <= this.#largest) return true;
    this.#length = start;
    return false;
  }

  #encode(): void {
    if (this.#text === "") return;
    this.#reserve(LARGEST_UNIT * this.#text.length);
    this.#length += this.#encoder.encodeInto(this.#text, this.#bytes.subarray(this.#length)).written;
    this.#text = "";
  }

  #reserve(count: number): void {
    const most = this.#length + count;
    if (most <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(most, this.#largest + SPARE));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
