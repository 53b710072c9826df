import { rowEnds } from "../../../csv/row-ends.js";
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
  /** How many rows there are. */
  readonly count: number;
  /** The place of a row in the source. */
  readonly indexOf: (row: number) => number;
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
  /** Where the header ends in the CSV, and each row; most jobs are never asked. */
  #ends: readonly number[] | undefined;

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
    return this.#parts.count;
  }

  /** A row, as it was given or equal to that. */
  row(row: number): Row {
    const { columns, kinds, indexOf, inputs } = this.#parts;
    const [fields = []] = inputs[row] === undefined ? this.fields(row, row + 1) : [];
    return {
      index: indexOf(row),
      input: inputs[row] ?? this.#reader.inputOf(columns, fields, kinds),
    };
  }

  /** The fields of rows, from one on to another. */
  fields(from: number, to: number): string[][] {
    this.#ends ??= rowEnds(this.csv);
    const rows: string[][] = [];
    const lines = this.csv.subarray(this.#ends[from], this.#ends[to]);
    new RowParser(",").push(this.#decoder.decode(lines), rows);
    return rows;
  }
}
