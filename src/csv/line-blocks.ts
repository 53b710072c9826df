import { DecodeError } from "../errors.js";
import { joined } from "./joined.js";

const LINE_FEED = 0x0a;

/** Makes text of bytes in blocks that end with a line feed, which no character is cut by. */
export class LineBlocks {
  /** The start of a line whose end has not come. */
  #pending: Uint8Array[] = [];
  #isFirst = true;
  // Fatal: a byte that is lost would be data that is lost.
  readonly #decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

  /** The lines that a chunk ends: first the one that began before it, then the others, as one text each. */
  push(chunk: Uint8Array): string[] {
    const end = chunk.lastIndexOf(LINE_FEED) + 1;
    // The chunk itself is not copied.
    const start = this.#pending.length === 0 ? 0 : chunk.indexOf(LINE_FEED) + 1;
    const texts: string[] = [];
    if (start > 0) texts.push(this.#text(this.#take(chunk.subarray(0, start))));
    if (end > start) texts.push(this.#text(chunk.subarray(start, end)));
    if (end < chunk.length) this.#pending.push(chunk.subarray(end));
    return texts;
  }

  /** The last line, where it has no end; empty otherwise. */
  end(): string {
    return this.#text(this.#take(new Uint8Array()));
  }

  /** What was pending, and its end. */
  #take(tail: Uint8Array): Uint8Array {
    const bytes = joined([...this.#pending, tail]);
    this.#pending = [];
    return bytes;
  }

  #text(bytes: Uint8Array): string {
    if (bytes.length === 0) return "";
    const text = this.#decode(bytes);
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    return isFirst && text.startsWith("\uFEFF") ? text.slice(1) : text;
  }

  #decode(bytes: Uint8Array): string {
    try {
      return this.#decoder.decode(bytes);
    } catch (cause) {
      throw new DecodeError("decode.csv", "The CSV is not UTF-8.", { cause });
    }
  }
}
