import { RowParser } from "../../../csv/row-parser.js";
import type { ColumnKind, RowReader } from "./row-reader.js";

/** A record on its way, with its place in the source. */
export interface Row {
  readonly index: number;
  readonly input: unknown;
}

/** What was gathered for a job. */
export interface JobParts {
  readonly columns: readonly string[];
  /** The kind of value that each column has. */
  readonly kinds: readonly ColumnKind[];
  readonly csv: Uint8Array<ArrayBuffer>;
  /** Where the header ends in the CSV, and each row. */
  readonly ends: readonly number[];
  /** The place of each row in the source. */
  readonly indexes: readonly number[];
  /** Records by row; of those that are not there, the CSV tells the same. */
  readonly inputs: readonly unknown[];
}

/** Rows that go into one job. Held as the CSV that is sent, since records take several times as much memory. */
export class JobRows {
  readonly csv: Uint8Array<ArrayBuffer>;
  readonly #parts: JobParts;
  readonly #reader: RowReader;
  readonly #free: (memory: ArrayBuffer) => void;
  readonly #decoder = new TextDecoder("utf-8", { ignoreBOM: true });

  constructor(parts: JobParts, reader: RowReader, free: (memory: ArrayBuffer) => void) {
    this.csv = parts.csv;
    this.#parts = parts;
    this.#reader = reader;
    this.#free = free;
  }

  /** Gives the memory away for other rows: nothing may read the CSV any more. */
  letGo(): void {
    this.#free(this.csv.buffer);
  }

  get count(): number {
    return this.#parts.indexes.length;
  }

  /** A row, as it was given or equal to that. */
  row(row: number): Row {
    const { columns, kinds, indexes, inputs } = this.#parts;
    const [fields = []] = inputs[row] === undefined ? this.fields(row, row + 1) : [];
    return {
      index: indexes[row] ?? 0,
      input: inputs[row] ?? this.#reader.inputOf(columns, fields, kinds),
    };
  }

  /** The fields of rows, from one on to another. */
  fields(from: number, to: number): string[][] {
    const { csv, ends } = this.#parts;
    const rows: string[][] = [];
    new RowParser(",").push(this.#decoder.decode(csv.subarray(ends[from], ends[to])), rows);
    return rows;
  }
}
