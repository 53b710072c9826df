import { type ItemList, itemsOf } from "../../../async/items.js";
import { remembered } from "../../../async/remembered.js";
import { SettingsError } from "../../../errors.js";
import type { Send } from "../../../http/pipeline.js";
import { hasEnded } from "../job.js";
import { atLeast, jobSettings } from "../job-settings.js";
import type { BulkQuery, BulkQueryOptions } from "./bulk-query.js";
import { checkpointOf, type Reading } from "./checkpoint.js";
import type { PageReader, RowList } from "./page-reader.js";
import type { ResultsPlan } from "./read-results.js";
import type { RowSchema } from "./row-decoder.js";

/** How often a page is fetched again without a new row of it. */
const RETRY_TIMES = 5;
/** In the place of the fields of a row that was given: V8 lets its young generation grow by what outlives collections. */
const GIVEN: string[] = [];

/** A bulk query that goes on from what was read. The code that reads is loaded when it is first needed. */
export function createBulkQuery(
  reading: Reading,
  send: Send,
  schema: RowSchema,
  options: BulkQueryOptions,
): BulkQuery<unknown> {
  const { raw = false, onProgress, ...rest } = options;
  const tell = () => onProgress?.(progressOf(reading));
  const plan = planOf(send, rest, tell);
  let isTaken = false;

  async function* lists<List extends RowList>(pageReader: () => Promise<PageReader<List>>) {
    if (isTaken) throw alreadyRead();
    isTaken = true;
    const { readResults } = await import("./read-results.js");
    yield* readResults(reading, plan, await pageReader());
  }

  const rowsOfPages = () => lists(async () => (await import("./page-rows.js")).pageRows);
  const blocksOfPages = () => lists(async () => (await import("./page-blocks.js")).pageBlocks);

  const rowMaker = remembered(async () => {
    const { rawRow, rowDecoder } = await import("./row-decoder.js");
    const columns = reading.columns ?? [];
    return raw ? rawRow(columns) : rowDecoder(columns, reading.job?.object ?? "", schema);
  });

  /** Rows are made, and counted, as they are taken: a checkpoint names exactly the next one. */
  async function* rowLists(): AsyncGenerator<ItemList<unknown>, void, undefined> {
    for await (const { place, rows } of rowsOfPages()) {
      const toRow = await rowMaker();
      yield {
        length: rows.length,
        at(index) {
          const row = toRow(rows[index] ?? []);
          rows[index] = GIVEN;
          count(reading, place, 1);
          return row;
        },
      };
      tell();
    }
  }

  async function* pages() {
    for await (const { place, rows } of rowsOfPages()) {
      const toRow: (fields: readonly string[]) => unknown = await rowMaker();
      const list = rows.map(toRow);
      count(reading, place, rows.length);
      tell();
      yield list;
    }
  }

  return {
    soql: reading.soql,
    get job() {
      return reading.job;
    },
    checkpoint: () => checkpointOf(reading),
    pages,
    async all() {
      const all: unknown[] = [];
      for await (const list of pages()) for (const row of list) all.push(row);
      return all;
    },
    async toWritable(stream) {
      const { writeResults } = await import("./write-results.js");
      return writeResults(blocksOfPages(), reading, stream, tell);
    },
    [Symbol.asyncIterator]: () => itemsOf(rowLists()),
  };
}

function count(reading: Reading, place: { rows: number }, rows: number): void {
  place.rows += rows;
  reading.read += rows;
}

function planOf(send: Send, options: BulkQueryOptions, tell: () => void): ResultsPlan {
  const { pageRows, parallel = 1, ahead = false, allRows = false } = options;
  return {
    send,
    settings: jobSettings(options, RETRY_TIMES),
    allRows,
    pageRows: pageRows === undefined ? undefined : atLeast(1, pageRows, "pageRows"),
    isAhead: ahead,
    parallel: atLeast(1, parallel, "parallel"),
    tell,
  };
}

function progressOf({ job, jobId = "", read }: Reading) {
  const processed = job?.numberRecordsProcessed ?? 0;
  return {
    job: jobId,
    state: job?.state ?? ("UploadComplete" as const),
    processed,
    ...(job !== undefined && hasEnded(job) && { total: processed }),
    read,
  };
}

function alreadyRead(): SettingsError {
  return new SettingsError("settings.bulk-query", "This bulk query has been read before.", {
    hint: "Give its `checkpoint()` to `sf.bulk.resumeQuery` to go on, or make another query to begin anew.",
  });
}
