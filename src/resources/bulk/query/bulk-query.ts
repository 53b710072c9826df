import type { BulkJob, BulkJobState } from "../job.js";
import type { JobOptions } from "../job-options.js";
import type { BulkQueryCheckpoint } from "./checkpoint.js";

/** How far a bulk query is. */
export interface BulkQueryProgress {
  /** Id of the job. */
  readonly job: string;
  readonly state: BulkJobState;
  /** Rows that Salesforce has found so far. */
  readonly processed: number;
  /** Rows there are in all, once that is known. */
  readonly total?: number;
  /** Rows that were given to you. */
  readonly read: number;
}

export interface BulkReadOptions extends JobOptions {
  /** Rows as flat text by column, with nothing made of it: no numbers, no null, no parents. Default: false. */
  raw?: boolean;
  /**
   * Rows of a page at most: what is fetched again where a connection is cut. Of no effect on pages that are read
   * side by side. Default: as Salesforce likes.
   */
  pageRows?: number;
  /** Ask for the next page while one is read; never more than one. Default: false. */
  ahead?: boolean;
  /** Called when the job is asked how far it is, and with each list of rows. */
  onProgress?: (progress: BulkQueryProgress) => void;
}

export interface BulkQueryOptions extends BulkReadOptions {
  /** With deleted, merged and archived rows. Default: false. */
  allRows?: boolean;
  /**
   * How many pages are read at a time, from API version 58.0 on. With more than 1 rows come in any order, also
   * where the text sorts them. Default: 1.
   */
  parallel?: number;
}

/**
 * The rows of a bulk query, as they come. Nothing is sent until rows are asked for; they can be read once, in
 * one of these ways. Reading slowly slows the download down: what is held does not grow with the result.
 *
 * A page whose connection was cut is fetched again (`retry.times` times in a row without a new row, default 5),
 * and what was given of it is skipped: every row comes exactly once.
 */
export interface BulkQuery<Row> extends AsyncIterable<Row> {
  /** The SOQL text that is sent. */
  readonly soql: string;
  /** The job, as Salesforce told of it last; undefined before it is made. */
  readonly job: BulkJob | undefined;
  /** Lists of rows as the network brings them: up to 8 KiB of CSV each. */
  pages(): AsyncIterable<Row[]>;
  /** All rows. Memory grows with their number. */
  all(): Promise<Row[]>;
  /**
   * Writes the CSV that Salesforce sends (UTF-8, commas, line feeds), byte for byte, with the header row of the
   * first page only, and closes the stream; aborts it where the reading fails. Returns the number of rows. Only
   * whole rows are written: a row counts, for progress and checkpoints, once the stream has taken it. Where the
   * reading goes on from a checkpoint that has read rows, there is no header row.
   */
  toWritable(stream: WritableStream<Uint8Array>): Promise<number>;
  /**
   * How far the reading is, as plain JSON: `sf.bulk.resumeQuery` goes on from there, in another process too.
   * A row counts once it was given to you.
   *
   * @throws SettingsError before the job is made
   */
  checkpoint(): BulkQueryCheckpoint;
}
