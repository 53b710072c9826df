import type { ApiError } from "../../../errors.js";
import type { Id } from "../../../schema/brand.js";
import type { BulkJob } from "../job.js";
import type { JobOptions } from "../job-options.js";

/**
 * CSV whose first row names the fields, as UTF-8 bytes or text: a stream of the web or of Node, a Blob or a File.
 * An empty field leaves the record's as it is; `#N/A` empties it.
 */
export type CsvSource =
  | Blob
  | ReadableStream<Uint8Array>
  | ReadableStream<string>
  | AsyncIterable<Uint8Array | string>;

/** Records as they come, or CSV. Where ids are wanted, texts are ids: give CSV as bytes or a Blob there. */
export type BulkSource<Input> =
  // An iterable like the others, but by which the compiler tells what is wrong with a record.
  Input[] | Iterable<Input> | AsyncIterable<Input> | ReadableStream<Input> | CsvSource;

/** How far a load is. */
export interface BulkLoadProgress {
  /** Records that were taken from the source. */
  readonly read: number;
  /** Records whose upload is complete. */
  readonly uploaded: number;
  /** Records that Salesforce has looked at, failed ones included. */
  readonly processed: number;
  readonly failed: number;
  /** The jobs so far, as Salesforce told of them last. */
  readonly jobs: readonly BulkJob[];
}

export interface BulkLoadOptions extends JobOptions {
  /**
   * Bytes of CSV in a job at most; what is more goes into further jobs. Memory grows with it, the number of requests
   * falls. Default: 10,000,000. Most: 100,000,000.
   */
  maxJobBytes?: number;
  /** What stands between the fields where the source is CSV: one character. Default: a comma. */
  delimiter?: string;
  /** Jobs under way at a time. Default: 2. */
  concurrency?: number;
  /**
   * `"all"` tells of each record that was written, too; `"failures"` only of those that were not, which takes
   * less time and memory: records that are not in an array are let go of as they are sent. Default: `"all"`.
   */
  results?: "all" | "failures";
  /** Id of the assignment rule that is applied to cases and leads. Default: none. */
  assignmentRule?: string;
  onProgress?: (progress: BulkLoadProgress) => void;
}

/** A record that was written. */
export interface BulkSuccess<Input, N extends string = string> {
  /** Its place in the source, from 0. */
  readonly index: number;
  readonly input: Input;
  readonly id: Id<N>;
  /** Of an upsert: whether it was created. */
  readonly created: boolean;
}

/** A record that was refused. */
export interface BulkFailure<Input> {
  readonly index: number;
  /**
   * The record itself, or with `results: "failures"` where the source is no array, one made again of what was sent:
   * with the same values, but without what was undefined.
   */
  readonly input: Input;
  readonly error: ApiError;
}

/** A record that Salesforce did not look at, since its job failed or was aborted. */
export interface BulkUnprocessed<Input> {
  readonly index: number;
  /** As in {@link BulkFailure}. */
  readonly input: Input;
  /** Why its job ended. */
  readonly error: ApiError;
}

/** What became of a load. Records are in no particular order; `index` is their place in the source. */
export interface BulkLoad<Input, N extends string = string> {
  /** How many records were written. */
  readonly succeeded: number;
  /** Empty with `results: "failures"`. */
  readonly successes: readonly BulkSuccess<Input, N>[];
  readonly failures: readonly BulkFailure<Input>[];
  readonly unprocessed: readonly BulkUnprocessed<Input>[];
  /** The jobs, those of repetitions included, as Salesforce told of them last. */
  readonly jobs: readonly BulkJob[];
}
