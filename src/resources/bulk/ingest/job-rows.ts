import { utf8Length } from "../../../csv/utf8-length.js";
import { writeField, writeRow } from "../../../csv/write-row.js";
import { SettingsError } from "../../../errors.js";
import { CsvBuffer, LARGEST_UNIT } from "./csv-buffer.js";

/** A record on its way, with its place in the source. */
export interface Row {
  readonly index: number;
  readonly input: unknown;
}

/** A record's values by column, in the order they were given. */
export type Columns = readonly (readonly [column: string, text: string])[];

/** How records are read as columns. */
export interface RowReader {
  /** @throws SettingsError where the record cannot be sent */
  columnsOf(row: Row): Columns;
  /** The text of a value in the column of its own name; undefined where `columnsOf` has to tell. */
  textOf(value: unknown): string | undefined;
}

/** Rows that go into one job. */
export interface JobRows {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** Let go of once it was uploaded. */
  csv: Uint8Array<ArrayBuffer> | undefined;
}

/** Characters that are encoded together: fewer parts, and no text kept beside its bytes. */
const PART_LENGTH = 1 << 18;

/** Gathers rows until a job is full. A column that comes up late is empty in the rows before it. */
export class JobBuilder {
  readonly #largest: number;
  readonly #reader: RowReader;
  #columns: string[] = [];
  #places = new Map<string, number>();
  #rows: Row[] = [];
  /** What is not encoded yet. */
  #text = "";
  #csv = new CsvBuffer();

  constructor(largest: number, reader: RowReader) {
    this.#largest = largest;
    this.#reader = reader;
  }

  get isEmpty(): boolean {
    return this.#rows.length === 0;
  }

  /** Bytes that were encoded so far. */
  get bytes(): number {
    return this.#csv.size;
  }

  /**
   * Adds a row; false where the job is full without it.
   *
   * @throws SettingsError where the row alone is too large, or cannot be sent
   */
  add(row: Row): boolean {
    const text = this.#inOrder(row.input);
    if (text === undefined) return this.#addSlowly(row);
    if (!this.#hasRoom(text)) return this.#isFull(row);
    this.#rows.push(row);
    this.#write(text);
    return true;
  }

  /** The rows so far; the builder is empty then. */
  take(): JobRows {
    this.#encode();
    const job = { columns: this.#columns, rows: this.#rows, csv: this.#csv.take() };
    this.#columns = [];
    this.#places = new Map();
    this.#rows = [];
    return job;
  }

  /** The row of a record whose values are text already, in the order of the columns; undefined for others. */
  #inOrder(input: unknown): string | undefined {
    if (typeof input !== "object" || input === null || this.isEmpty) return undefined;
    const record = input as Readonly<Record<string, unknown>>;
    const columns = this.#columns;
    let text = "";
    let place = 0;
    for (const name of Object.keys(record)) {
      const value = record[name];
      if (value === undefined || (name === "attributes" && typeof value === "object")) continue;
      while (place < columns.length && columns[place] !== name) text += place++ === 0 ? "" : ",";
      const field = place === columns.length ? undefined : this.#reader.textOf(value);
      if (field === undefined) return undefined;
      text += (place++ === 0 ? "" : ",") + (typeof value === "string" ? writeField(field) : field);
    }
    if (text === "") return undefined;
    while (place < columns.length) text += place++ === 0 ? "" : ",";
    return `${text}\n`;
  }

  #addSlowly(row: Row): boolean {
    const columns = this.#reader.columnsOf(row);
    if (columns.length === 0) throw wrong(row, "holds no field", "Leave it out, or give it one.");
    const known = this.#columns.length;
    for (const [column] of columns) {
      if (this.#places.has(column)) continue;
      this.#places.set(column, this.#columns.length);
      this.#columns.push(column);
    }
    if (this.#columns.length > known) this.#writeAnew();
    const text = writeRow(fieldsOf(columns, this.#places));
    if (this.#hasRoom(text)) {
      this.#rows.push(row);
      this.#write(text);
      return true;
    }
    const late = this.#columns.splice(known);
    for (const column of late) this.#places.delete(column);
    if (late.length > 0) this.#writeAnew();
    return this.#isFull(row);
  }

  #isFull(row: Row): false {
    if (this.isEmpty) throw wrong(row, "is larger than a job may be", "Give a larger `maxJobBytes`.");
    return false;
  }

  /** Counts exactly only where the job is nearly full. */
  #hasRoom(text: string): boolean {
    const units = this.#text.length + text.length;
    if (this.#csv.size + LARGEST_UNIT * units <= this.#largest) return true;
    this.#encode();
    return this.#csv.size + (utf8Length(text) ?? LARGEST_UNIT * text.length) <= this.#largest;
  }

  /** After another column has come, or was taken back. */
  #writeAnew(): void {
    this.#csv.clear();
    this.#text = this.#columns.length === 0 ? "" : writeRow(this.#columns);
    for (const row of this.#rows) this.#write(writeRow(fieldsOf(this.#reader.columnsOf(row), this.#places)));
  }

  #write(text: string): void {
    this.#text += text;
    if (this.#text.length > PART_LENGTH) this.#encode();
  }

  #encode(): void {
    if (this.#text === "") return;
    if (!isWellFormed(this.#text)) this.#refuseHalf();
    this.#csv.add(this.#text);
    this.#text = "";
  }

  /** Names the record that cannot be sent: bytes that stand for something else would go in its place. */
  #refuseHalf(): never {
    const half = this.#rows.findLast((row) =>
      this.#reader.columnsOf(row).some(([, text]) => !isWellFormed(text)),
    );
    throw wrong(half ?? { index: 0 }, "holds half of a surrogate pair", "Give whole characters.");
  }
}

/** A row's fields in the order of the columns, and nothing where it says nothing. */
export function fieldsOf(columns: Columns, places: ReadonlyMap<string, number>): string[] {
  const fields = new Array<string>(places.size).fill("");
  for (const [column, text] of columns) fields[places.get(column) ?? 0] = text;
  return fields;
}

function isWellFormed(text: string): boolean {
  const known = text as { isWellFormed?(): boolean };
  return known.isWellFormed?.() ?? utf8Length(text) !== undefined;
}

function wrong({ index }: Pick<Row, "index">, problem: string, hint: string): SettingsError {
  return new SettingsError("settings.record", `\`records[${index}]\` ${problem}.`, { hint });
}
