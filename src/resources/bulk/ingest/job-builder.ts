import { CsvWriter } from "../../../csv/csv-writer.js";
import { SettingsError } from "../../../errors.js";
import { JobRows } from "./job-rows.js";
import type { ColumnKind, RowReader } from "./row-reader.js";

/** Bytes for a row that a job has no room for: that shows once it was written. */
const ROOM = 1 << 16;

/** Gathers rows until a job is full. A column that comes up late is empty in the rows before it. */
export class JobBuilder {
  readonly #largest: number;
  readonly #reader: RowReader;
  readonly #keepsInputs: boolean;
  /** Memory of jobs that are done with: to have new memory from the system takes as long as to write it. */
  readonly #free: ArrayBuffer[] = [];
  #writer: CsvWriter;
  #columns: string[] = [];
  #kinds: ColumnKind[] = [];
  /** Where the header ends, and each row. */
  #ends: number[] = [0];
  #indexes: number[] = [];
  #inputs: unknown[] = [];

  /**
   * @param largest bytes of CSV in a job at most
   * @param keepsInputs whether the records themselves are wanted again; otherwise such as equal them
   */
  constructor(largest: number, reader: RowReader, keepsInputs: boolean) {
    this.#largest = largest;
    this.#reader = reader;
    this.#keepsInputs = keepsInputs;
    this.#writer = new CsvWriter(largest + ROOM);
  }

  get isEmpty(): boolean {
    return this.#indexes.length === 0;
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
  add(input: unknown, index: number): boolean {
    const start = this.#writer.length;
    const written = this.#writeInOrder(input);
    if (written === undefined) {
      this.#writer.cutAt(start);
      return this.#addSlowly(input, index);
    }
    this.#writer.endRow(start);
    if (this.#writer.length > this.#largest) {
      this.#writer.cutAt(start);
      return false;
    }
    this.#took(input, index, written.isTold);
    return true;
  }

  /** The rows so far; the builder is empty then. */
  take(): JobRows {
    const job = new JobRows(
      {
        columns: this.#columns,
        kinds: this.#kinds,
        csv: this.#writer.bytes(),
        ends: this.#ends,
        indexes: this.#indexes,
        inputs: this.#inputs,
      },
      this.#reader,
      (memory) => this.#free.push(memory),
    );
    this.#writer = new CsvWriter(
      this.#largest + ROOM,
      this.#free.pop() ?? new ArrayBuffer(job.csv.buffer.byteLength),
    );
    this.#columns = [];
    this.#kinds = [];
    this.#ends = [0];
    this.#indexes = [];
    this.#inputs = [];
    return job;
  }

  #took(input: unknown, index: number, isTold: boolean): void {
    if (this.#keepsInputs || !isTold) this.#inputs[this.#indexes.length] = input;
    this.#indexes.push(index);
    this.#ends.push(this.#writer.length);
  }

  /**
   * Writes the row of a record whose values are text already, in the order of the columns, but for its end.
   *
   * @returns whether all its values are told from the row; undefined where it is another record
   */
  #writeInOrder(input: unknown): { isTold: boolean } | undefined {
    if (typeof input !== "object" || input === null || this.isEmpty) return undefined;
    const record = input as Readonly<Record<string, unknown>>;
    const reader = this.#reader;
    const writer = this.#writer;
    const columns = this.#columns;
    const kinds = this.#kinds;
    let isTold = isPlainObject(record);
    let place = 0;
    for (const name of Object.keys(record)) {
      const value = record[name];
      if (value === undefined || (name === "attributes" && typeof value === "object")) continue;
      const skipped = place;
      while (place < columns.length && columns[place] !== name) place++;
      const text = place === columns.length ? undefined : reader.textOf(value);
      if (text === undefined) return undefined;
      if (place > skipped) writer.emptyFields(place - skipped);
      if (typeof value !== "string") writer.plainField(text);
      else if (!writer.field(text)) return undefined;
      if (value !== null) kinds[place] ??= kindOf(value);
      if (!reader.isTold(value, kinds[place])) isTold = false;
      place++;
    }
    if (place === 0) return undefined;
    writer.emptyFields(columns.length - place);
    return isTold ? TOLD : UNTOLD;
  }

  #addSlowly(input: unknown, index: number): boolean {
    const fields = new Map(this.#reader.columnsOf(input, index));
    if (fields.size === 0) throw wrong(index, "holds no field", "Leave it out, or give it one.");
    const late = [...fields.keys()].filter((column) => !this.#columns.includes(column));
    const columns = [...this.#columns, ...late];
    const { writer, ends } =
      late.length > 0 ? this.#widened(columns) : { writer: this.#writer, ends: this.#ends };
    const start = writer.length;
    for (const column of columns) {
      if (writer.field(fields.get(column) ?? "")) continue;
      throw wrong(index, "holds half of a surrogate pair", "Give whole characters.");
    }
    writer.endRow(start);
    if (writer.length > this.#largest) {
      writer.cutAt(start);
      if (this.isEmpty) throw wrong(index, "is larger than a job may be", "Give a larger `maxJobBytes`.");
      return false;
    }
    this.#writer = writer;
    this.#ends = ends;
    this.#columns = columns;
    this.#took(input, index, false);
    return true;
  }

  /** What was written, with further columns that are empty. */
  #widened(columns: readonly string[]): { writer: CsvWriter; ends: number[] } {
    const writer = this.isEmpty ? this.#writer : new CsvWriter(this.#largest + ROOM);
    for (const column of columns) writer.field(column);
    writer.endRow(0);
    const ends = [writer.length];
    for (let row = 0; row < this.#indexes.length; row++) {
      const start = writer.length;
      // Without the end of the line.
      writer.writtenFields(this.#writer.bytes(this.#ends[row], (this.#ends[row + 1] ?? 0) - 1));
      writer.emptyFields(columns.length - this.#columns.length);
      writer.endRow(start);
      ends.push(writer.length);
    }
    return { writer, ends };
  }
}

const TOLD = { isTold: true };
const UNTOLD = { isTold: false };

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
