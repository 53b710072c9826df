import { CsvWriter } from "../../../csv/csv-writer.js";
import { rowEnds } from "../../../csv/row-ends.js";
import { writeField, writeRow } from "../../../csv/write-row.js";
import { SettingsError } from "../../../errors.js";
import { isSendable } from "../../../soql/is-sendable.js";
import { JobRows } from "./job-rows.js";
import type { ColumnKind, RowReader } from "./row-reader.js";

export interface JobBuilderOptions {
  /** Bytes of CSV in a job at most. */
  readonly largest: number;
  readonly reader: RowReader;
  /** Whether the records themselves are wanted again; otherwise such as equal them. */
  readonly keepsInputs: boolean;
  /** The place in the source of a record, by how many were added before it. Default: the same. */
  readonly indexOf?: (place: number) => number;
}

/** Gathers rows until a job is full. A column that comes up late is empty in the rows before it. */
export class JobBuilder {
  readonly #options: JobBuilderOptions;
  readonly #indexOf: (place: number) => number;
  /** Memory of jobs that are done with: to have new memory from the system takes as long as to write it. */
  readonly #free: ArrayBuffer[] = [];
  #writer: CsvWriter;
  #columns: string[] = [];
  #kinds: ColumnKind[] = [];
  #inputs: unknown[] = [];
  /** How many rows went into jobs before. */
  #first = 0;
  #count = 0;

  constructor(options: JobBuilderOptions) {
    this.#options = options;
    this.#indexOf = options.indexOf ?? ((place) => place);
    this.#writer = new CsvWriter(options.largest);
  }

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  /** Bytes so far. */
  get bytes(): number {
    return this.#writer.length;
  }

  /**
   * Adds a row; false where the job is full without it.
   *
   * @throws SettingsError where the row alone is too large, or cannot be sent
   */
  add(input: unknown): boolean {
    const written = this.#writtenInOrder(input);
    if (written === undefined) return this.#addSlowly(input);
    if (!this.#writer.add(written.row)) return false;
    this.#took(input, written.isTold);
    return true;
  }

  /** The rows so far; the builder is empty then. */
  take(): JobRows {
    const { largest, reader } = this.#options;
    const first = this.#first;
    const job = new JobRows(
      {
        columns: this.#columns,
        kinds: this.#kinds,
        csv: this.#writer.bytes(),
        count: this.#count,
        inputs: this.#inputs,
        indexOf: (row) => this.#indexOf(first + row),
      },
      reader,
      (memory) => this.#free.push(memory),
    );
    this.#writer = new CsvWriter(largest, this.#free.pop());
    this.#first += this.#count;
    this.#count = 0;
    this.#columns = [];
    this.#kinds = [];
    this.#inputs = [];
    return job;
  }

  #took(input: unknown, isTold: boolean): void {
    if (this.#options.keepsInputs || !isTold) this.#inputs[this.#count] = input;
    this.#count++;
  }

  /** The row of a record whose values are text already, in the order of the columns; undefined for another one. */
  #writtenInOrder(input: unknown): WrittenRow | undefined {
    if (typeof input !== "object" || input === null || this.isEmpty) return undefined;
    const record = input as Readonly<Record<string, unknown>>;
    const { reader } = this.#options;
    const columns = this.#columns;
    const kinds = this.#kinds;
    let isTold = isPlainObject(record);
    let row = "";
    let place = 0;
    for (const name of Object.keys(record)) {
      const value = record[name];
      if (value === undefined || (name === "attributes" && typeof value === "object")) continue;
      for (; columns[place] !== name; place++) {
        if (place === columns.length) return undefined;
        if (place > 0) row += ",";
      }
      const text = reader.textOf(value);
      if (text === undefined) return undefined;
      if (place > 0) row += ",";
      row += typeof value === "string" ? writeField(text) : text;
      if (value !== null) kinds[place] ??= kindOf(value);
      if (!reader.isTold(value, kinds[place])) isTold = false;
      place++;
    }
    // A row of one empty field would be a blank line.
    if (row === "") return undefined;
    row += `${",".repeat(columns.length - place)}\n`;
    return isSendable(row) ? { row, isTold } : undefined;
  }

  #addSlowly(input: unknown): boolean {
    const index = this.#indexOf(this.#first + this.#count);
    const fields = new Map(this.#options.reader.columnsOf(input, index));
    if (fields.size === 0) throw wrong(index, "holds no field", "Leave it out, or give it one.");
    const late = [...fields.keys()].filter((column) => !this.#columns.includes(column));
    const columns = [...this.#columns, ...late];
    const row = writeRow(columns.map((column) => fields.get(column) ?? ""));
    if (!isSendable(row)) throw wrong(index, "holds half of a surrogate pair", "Give whole characters.");
    const writer = late.length > 0 ? this.#widened(columns) : this.#writer;
    if (!writer?.add(row)) {
      if (this.isEmpty) throw wrong(index, "is larger than a job may be", "Give a larger `maxJobBytes`.");
      return false;
    }
    this.#writer = writer;
    this.#columns = columns;
    this.#kinds = columns.map((_, place) => this.#kinds[place]);
    this.#took(input, false);
    return true;
  }

  /** What was written, with further columns that are empty; undefined where there is no room for them. */
  #widened(columns: readonly string[]): CsvWriter | undefined {
    if (this.isEmpty) return this.#writer.add(writeRow(columns)) ? this.#writer : undefined;
    const writer = new CsvWriter(this.#options.largest);
    let isWhole = writer.add(writeRow(columns));
    const csv = this.#writer.bytes();
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    const empty = ",".repeat(columns.length - this.#columns.length);
    const [header = 0, ...ends] = rowEnds(csv);
    let start = header;
    for (const end of ends) {
      const row = decoder.decode(csv.subarray(start, end - 1));
      isWhole &&= writer.add(`${row}${empty}\n`);
      start = end;
    }
    return isWhole ? writer : undefined;
  }
}

/** A row of CSV, and whether all values of its record are told from it. */
interface WrittenRow {
  readonly row: string;
  readonly isTold: boolean;
}

function kindOf(value: unknown): ColumnKind {
  const kind = typeof value;
  return kind === "string" || kind === "number" || kind === "boolean" ? kind : undefined;
}

/** Of another one, the CSV does not tell what it is. */
function isPlainObject(record: object): boolean {
  const prototype = Object.getPrototypeOf(record);
  return prototype === Object.prototype || prototype === null;
}

function wrong(index: number, problem: string, hint: string): SettingsError {
  return new SettingsError("settings.record", `\`records[${index}]\` ${problem}.`, { hint });
}
