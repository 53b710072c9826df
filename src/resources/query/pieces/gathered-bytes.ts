const SMALLEST_BUFFER = 1 << 16;

/**
 * Bytes that come in chunks, as one. A buffer that was released serves again: to get a large one takes longer than to
 * fill it.
 */
export class GatheredBytes {
  readonly #spare: Uint8Array[];
  #buffer: Uint8Array | undefined;
  #length = 0;

  /** @param spare where released buffers are kept */
  constructor(spare: Uint8Array[]) {
    this.#spare = spare;
  }

  /** What has come so far. */
  get bytes(): Uint8Array {
    return this.#buffer?.subarray(0, this.#length) ?? new Uint8Array();
  }

  push(chunk: Uint8Array): void {
    const length = this.#length + chunk.length;
    this.#buffer ??= this.#spare.pop();
    if (this.#buffer === undefined || this.#buffer.length < length) {
      const larger = new Uint8Array(Math.max(2 * length, SMALLEST_BUFFER));
      larger.set(this.bytes);
      this.#buffer = larger;
    }
    this.#buffer.set(chunk, this.#length);
    this.#length = length;
  }

  /** Lets others have the buffer. What was taken out of it must not be used any more. */
  release(): void {
    if (this.#buffer !== undefined) this.#spare.push(this.#buffer);
    this.#buffer = undefined;
    this.#length = 0;
  }
}
