import { readRows } from "../../../csv/read-rows.js";
import { DecodeError, SettingsError } from "../../../errors.js";
import type { FieldKinds } from "../../../values/encode-record.js";
import type { BulkSource } from "./bulk-load.js";
import { csvBytes } from "./csv-bytes.js";
import { isTold, plainText, recordColumns, recordOf } from "./record-columns.js";
import type { RowReader } from "./row-reader.js";

/** The records of a source, list by list as they come, and how they are read as columns. */
export interface Records {
  readonly lists: AsyncIterable<Iterable<unknown>> | Iterable<Iterable<unknown>>;
  /** Known from the first list on. */
  readonly reader: RowReader;
  /** Whether the source holds all records, whatever we do. */
  readonly isHeld: boolean;
}

export interface SourceOptions {
  readonly kinds: FieldKinds;
  /** Between the fields of CSV. */
  readonly delimiter: string;
  /** Whether texts are ids, and no CSV. */
  readonly isOfIds: boolean;
}

/**
 * Records of objects or ids, or CSV as bytes or text: what comes first tells which.
 *
 * @throws SettingsError where the source is none
 */
export function readSource(source: BulkSource<unknown>, options: SourceOptions): Records {
  const { kinds, isOfIds } = options;
  const isList = typeof source === "object" && source !== null && Symbol.iterator in source;
  if (isList && !ArrayBuffer.isView(source)) {
    const lists = [isOfIds ? idRecords(source) : source];
    return { lists, reader: recordReader(kinds), isHeld: Array.isArray(source) && !isOfIds };
  }
  const items = itemsIn(source);
  if (items === undefined) {
    throw new SettingsError("settings.records", "The records are no list.", {
      hint: "Give an array, another iterable, a stream of CSV, or a Blob of it.",
    });
  }
  // Which reader it is shows with the first item, before any row is read.
  let reader = recordReader(kinds);
  async function* lists(all: AsyncIterable<unknown>) {
    const iterator = all[Symbol.asyncIterator]();
    const first = await iterator.next();
    const rest = { [Symbol.asyncIterator]: () => from(first, iterator) };
    if (first.value instanceof Uint8Array || (typeof first.value === "string" && !isOfIds)) {
      reader = csvReader;
      yield* csvRecords(readRows(csvBytes(rest), options));
    } else {
      for await (const item of rest) yield [isOfIds ? { Id: item } : item];
    }
  }
  return {
    lists: lists(items),
    get reader() {
      return reader;
    },
    isHeld: false,
  };
}

function* idRecords(ids: Iterable<unknown>) {
  for (const Id of ids) yield { Id };
}

function itemsIn(source: unknown): AsyncIterable<unknown> | undefined {
  if (source instanceof Blob) return piecesOf(source.stream());
  if (source instanceof ReadableStream) return piecesOf(source);
  const isAsync = typeof source === "object" && source !== null && Symbol.asyncIterator in source;
  return isAsync ? (source as AsyncIterable<unknown>) : undefined;
}

/** Not every browser's streams can be iterated. */
async function* piecesOf<T>(stream: ReadableStream<T>): AsyncGenerator<T, void, undefined> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** An iteration whose first step was taken. */
async function* from<T>(first: IteratorResult<T, unknown>, iterator: AsyncIterator<T, unknown>) {
  try {
    for (let step = first; !step.done; step = await iterator.next()) yield step.value;
  } finally {
    await iterator.return?.();
  }
}

function recordReader(kinds: FieldKinds): RowReader {
  return {
    columnsOf: (input, index) => recordColumns(input, kinds, `records[${index}]`),
    textOf: plainText,
    isTold,
    inputOf: recordOf,
  };
}

/** A row of CSV by column, with its texts as they are: `#N/A` is null. */
type CsvRecord = Readonly<Record<string, string>>;

const csvReader: RowReader = {
  columnsOf: (input) => Object.entries(input as CsvRecord),
  textOf: (value) => (typeof value === "string" ? value : undefined),
  isTold: () => true,
  inputOf: csvRecord,
};

async function* csvRecords(lists: AsyncIterable<string[][]>): AsyncGenerator<CsvRecord[], void, undefined> {
  let header: readonly string[] | undefined;
  for await (const rows of lists) {
    header ??= rows.shift();
    yield rows.map((row) => csvRecord(header ?? [], row));
  }
}

function csvRecord(header: readonly string[], row: readonly string[]): CsvRecord {
  if (row.length === header.length) {
    return Object.fromEntries(header.map((column, place) => [column, row[place] ?? ""]));
  }
  throw new DecodeError(
    "decode.csv",
    `A row of the CSV has ${row.length} fields; its header has ${header.length}.`,
  );
}
