import { DecodeError } from "../errors.js";
import { joined } from "./joined.js";

const LINE_FEED = 0x0a;
/** Stands for bytes that are no character, and may have been sent itself. */
const REPLACEMENT = "\uFFFD";

/**
 * Bytes of a block, where lines are shorter. What is made of a block at a time has to be small: it is alive at
 * most collections of garbage, and V8 lets its young generation grow by what has survived them.
 */
const BLOCK_BYTES = 8_192;

/** Makes text of bytes in blocks that end with a line feed, which no character is cut by. */
export class LineBlocks {
  /** The start of a line whose end has not come. */
  #pending: Uint8Array[] = [];
  #isFirst = true;
  readonly #decoder = new TextDecoder("utf-8", { ignoreBOM: true });

  /** The lines that a chunk ends, block by block: first the line that began before it. */
  *push(chunk: Uint8Array): Generator<string, void, undefined> {
    const end = chunk.lastIndexOf(LINE_FEED) + 1;
    let start = 0;
    // The chunk itself is not copied.
    if (end > 0 && this.#pending.length > 0) {
      start = chunk.indexOf(LINE_FEED) + 1;
      yield this.#text(this.#take(chunk.subarray(0, start)));
    }
    while (start < end) {
      const next = blockEnd(chunk, start, end);
      yield this.#text(chunk.subarray(start, next));
      start = next;
    }
    if (end < chunk.length) this.#pending.push(chunk.subarray(end));
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

  /** A byte that is lost would be data that is lost; but to be strict takes longer, and only this character tells of a loss. */
  #decode(bytes: Uint8Array): string {
    const text = this.#decoder.decode(bytes);
    return text.includes(REPLACEMENT) ? strictlyDecoded(bytes) : text;
  }
}

function strictlyDecoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new DecodeError("decode.csv", "The CSV is not UTF-8.", { cause });
  }
}

/** The place behind the last line feed of a block that begins at a place, or behind the first one after it. */
function blockEnd(chunk: Uint8Array, start: number, end: number): number {
  if (end - start <= BLOCK_BYTES) return end;
  const last = chunk.lastIndexOf(LINE_FEED, start + BLOCK_BYTES - 1) + 1;
  return last > start ? last : chunk.indexOf(LINE_FEED, start) + 1;
}
