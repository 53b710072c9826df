import { readRows } from "../../../csv/read-rows.js";
import { DecodeError, SettingsError } from "../../../errors.js";
import type { FieldKinds } from "../../../values/encode-record.js";
import type { BulkSource } from "./bulk-load.js";
import type { ReadColumns } from "./job-rows.js";
import { recordColumns } from "./record-columns.js";

/** The records of a source, and how they are read as columns. */
export interface Records {
  readonly inputs: AsyncIterable<unknown> | Iterable<unknown>;
  readonly columnsOf: ReadColumns;
}

/**
 * Records of objects, or of the bytes of CSV.
 *
 * @throws SettingsError where the source is none
 */
export function readSource(source: BulkSource<unknown>, kinds: FieldKinds): Records {
  if (source instanceof ReadableStream) {
    return { inputs: csvRecords(source), columnsOf: ({ input }) => Object.entries(input as CsvRecord) };
  }
  if (typeof source === "object" && source !== null) {
    if (Symbol.asyncIterator in source || Symbol.iterator in source) {
      return {
        inputs: source,
        columnsOf: ({ input, index }) => recordColumns(input, kinds, `records[${index}]`),
      };
    }
  }
  throw new SettingsError("settings.records", "The records are no list.", {
    hint: "Give an array, another iterable, or a stream of CSV.",
  });
}

/** A row of CSV by column, with its texts as they are: `#N/A` is null. */
type CsvRecord = Readonly<Record<string, string>>;

async function* csvRecords(stream: ReadableStream<Uint8Array>): AsyncGenerator<CsvRecord, void, undefined> {
  let header: readonly string[] | undefined;
  for await (const rows of readRows(piecesOf(stream))) {
    header ??= rows.shift();
    for (const row of rows) yield csvRecord(header ?? [], row);
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

async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
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
