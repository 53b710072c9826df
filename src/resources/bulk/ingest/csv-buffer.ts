/** Bytes of UTF-8 that one unit of text becomes at most. */
export const LARGEST_UNIT = 3;

/** Text as UTF-8, gathered in one piece: as many parts, or a Blob of them, take far longer to send. */
export class CsvBuffer {
  #bytes = new Uint8Array(0);
  #size = 0;
  /** What was taken last: the next is likely to be as large. */
  #expected = 0;
  readonly #encoder = new TextEncoder();

  /** Bytes so far. */
  get size(): number {
    return this.#size;
  }

  add(text: string): void {
    const most = this.#size + LARGEST_UNIT * text.length;
    if (most > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(most, 2 * this.#bytes.length, this.#expected));
      larger.set(this.#bytes.subarray(0, this.#size));
      this.#bytes = larger;
    }
    this.#size += this.#encoder.encodeInto(text, this.#bytes.subarray(this.#size)).written;
  }

  clear(): void {
    this.#size = 0;
  }

  /** The bytes; the buffer is empty then. */
  take(): Uint8Array<ArrayBuffer> {
    const bytes = this.#bytes.subarray(0, this.#size);
    // The last text is given room for the most that it may become.
    this.#expected = this.#bytes.length;
    this.#bytes = new Uint8Array(0);
    this.#size = 0;
    return bytes;
  }
}
