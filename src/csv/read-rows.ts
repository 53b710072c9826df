import { DecodeError } from "../errors.js";
import { readFields } from "./read-fields.js";

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

export interface ReadOptions {
  /** Between fields: one character. Default: a comma. */
  readonly delimiter?: string;
}

/**
 * The rows of CSV (RFC 4180) as it comes, the header row included, a list for each chunk that ends any. Lines
 * end with a line feed or with both; blank ones are left out. Chunks may be cut anywhere, inside a character
 * too. A field that is kept holds on to the text of its own row, never to a chunk.
 *
 * @throws DecodeError where the text ends inside quotes or is not UTF-8
 */
export async function* readRows(
  chunks: AsyncIterable<Uint8Array>,
  { delimiter = "," }: ReadOptions = {},
): AsyncGenerator<string[][], void, undefined> {
  const splitter = new RowSplitter();
  for await (const chunk of chunks) {
    const rows = splitter.push(chunk).map((text) => readFields(text, delimiter));
    if (rows.length > 0) yield rows;
  }
  const last = splitter.end();
  if (last !== undefined) yield [readFields(last, delimiter)];
}

/** Cuts bytes into the texts of rows. A line feed between quotes belongs to a field. */
class RowSplitter {
  /** The start of a row whose end has not come. */
  #pending: Uint8Array[] = [];
  #inQuotes = false;
  #isFirst = true;
  // Fatal: a byte that is lost would be data that is lost.
  readonly #decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

  push(chunk: Uint8Array): string[] {
    const rows: string[] = [];
    let start = 0;
    let inQuotes = this.#inQuotes;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at];
      if (byte === QUOTE) inQuotes = !inQuotes;
      else if (byte === LINE_FEED && !inQuotes) {
        this.#take(chunk.subarray(start, at), rows);
        start = at + 1;
      }
    }
    this.#inQuotes = inQuotes;
    if (start < chunk.length) this.#pending.push(chunk.subarray(start));
    return rows;
  }

  end(): string | undefined {
    if (this.#inQuotes) {
      throw new DecodeError("decode.csv", "The CSV ends inside quotes: a part of it is missing.");
    }
    const rows: string[] = [];
    this.#take(new Uint8Array(), rows);
    return rows[0];
  }

  #take(tail: Uint8Array, rows: string[]): void {
    const bytes = this.#pending.length === 0 ? tail : joined([...this.#pending, tail]);
    this.#pending = [];
    const end = bytes.at(-1) === CARRIAGE_RETURN ? bytes.length - 1 : bytes.length;
    const text = this.#decode(bytes.subarray(0, end));
    if (text !== "") rows.push(text);
  }

  #decode(bytes: Uint8Array): string {
    let text: string;
    try {
      text = this.#decoder.decode(bytes);
    } catch (cause) {
      throw new DecodeError("decode.csv", "The CSV is not UTF-8.", { cause });
    }
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    return isFirst && text.startsWith("\uFEFF") ? text.slice(1) : text;
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
