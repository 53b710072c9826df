import { utf8Length } from "../../../csv/utf8-length.js";
import { writeRow } from "../../../csv/write-row.js";
import { SettingsError } from "../../../errors.js";

/** A record on its way, with its place in the source. */
export interface Row {
  readonly index: number;
  readonly input: unknown;
}

/** A record's values by column, in the order they were given. */
export type Columns = readonly (readonly [column: string, text: string])[];

/** What a row's columns are. */
export type ReadColumns = (row: Row) => Columns;

/** Rows that go into one job. */
export interface JobRows {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly csv: Blob;
}

/** Characters that are encoded together: fewer parts, and no text kept beside its bytes. */
const PART_LENGTH = 1 << 18;

/** Gathers rows until a job is full. A column that comes up late is empty in the rows before it. */
export class JobBuilder {
  readonly #largest: number;
  readonly #columnsOf: ReadColumns;
  #places = new Map<string, number>();
  #rows: Row[] = [];
  #parts: Uint8Array<ArrayBuffer>[] = [];
  #text = "";
  #bytes = 0;

  constructor(largest: number, columnsOf: ReadColumns) {
    this.#largest = largest;
    this.#columnsOf = columnsOf;
  }

  get isEmpty(): boolean {
    return this.#rows.length === 0;
  }

  /**
   * Adds a row; false where the job is full without it.
   *
   * @throws SettingsError where the row alone is too large, or cannot be sent
   */
  add(row: Row): boolean {
    const columns = this.#columnsOf(row);
    const late = columns.flatMap(([column]) => (this.#places.has(column) ? [] : [column]));
    const places = late.length === 0 ? this.#places : withPlaces(this.#places, late);
    const text = rowText(columns, places);
    // What grows with late columns: the header, and a comma in each row before.
    const growth = late.length === 0 ? 0 : headerLength(places) - headerLength(this.#places);
    const bytes = this.#bytes + growth + late.length * this.#rows.length + lengthOf(text, row);
    if (bytes > this.#largest) {
      if (this.isEmpty) throw wrong(row, "is larger than a job may be", "Give a larger `maxJobBytes`.");
      return false;
    }
    this.#places = places;
    this.#bytes = bytes;
    if (late.length > 0) this.#writeAnew();
    this.#rows.push(row);
    this.#write(text);
    return true;
  }

  /** The rows so far; the builder is empty then. */
  take(): JobRows {
    this.#encode();
    const header = new TextEncoder().encode(writeRow([...this.#places.keys()]));
    const job = {
      columns: [...this.#places.keys()],
      rows: this.#rows,
      csv: new Blob([header, ...this.#parts], { type: "text/csv" }),
    };
    this.#places = new Map();
    this.#rows = [];
    this.#parts = [];
    this.#bytes = 0;
    return job;
  }

  #writeAnew(): void {
    this.#parts = [];
    this.#text = "";
    for (const row of this.#rows) this.#write(rowText(this.#columnsOf(row), this.#places));
  }

  #write(text: string): void {
    this.#text += text;
    if (this.#text.length > PART_LENGTH) this.#encode();
  }

  #encode(): void {
    if (this.#text === "") return;
    this.#parts.push(new TextEncoder().encode(this.#text));
    this.#text = "";
  }
}

/** A row's fields in the order of the columns, and nothing where it says nothing. */
export function fieldsOf(columns: Columns, places: ReadonlyMap<string, number>): string[] {
  const fields = new Array<string>(places.size).fill("");
  for (const [column, text] of columns) fields[places.get(column) ?? 0] = text;
  return fields;
}

function rowText(columns: Columns, places: ReadonlyMap<string, number>): string {
  return writeRow(fieldsOf(columns, places));
}

function withPlaces(places: ReadonlyMap<string, number>, late: readonly string[]): Map<string, number> {
  const all = new Map(places);
  for (const column of late) if (!all.has(column)) all.set(column, all.size);
  return all;
}

/** Of no columns there is no header. */
function headerLength(places: ReadonlyMap<string, number>): number {
  return places.size === 0 ? 0 : (utf8Length(writeRow([...places.keys()])) ?? 0);
}

function lengthOf(text: string, row: Row): number {
  const length = utf8Length(text);
  if (length !== undefined) return length;
  throw wrong(row, "holds half of a surrogate pair", "Give whole characters.");
}

function wrong({ index }: Row, problem: string, hint: string): SettingsError {
  return new SettingsError("settings.record", `\`records[${index}]\` ${problem}.`, { hint });
}
