import type { Id } from "../../schema/brand.js";
import type { Fields, ObjectName } from "../../schema/schema.js";
import type { CheckedSoql } from "../../schema/soql/reading.js";
import type { CreateInput, ExternalIdField, UpdateInput, UpsertRecord } from "../../schema/write.js";
import type { QueriedRow, QueryArguments } from "../query/run-query.js";
import type { BulkLoad, BulkLoadOptions, BulkSource } from "./ingest/bulk-load.js";
import type { BulkQuery, BulkQueryOptions, BulkReadOptions } from "./query/bulk-query.js";
import type { BulkQueryCheckpoint } from "./query/checkpoint.js";

/** A row of a bulk query: without `attributes`, which CSV does not have. */
export type BulkRow<Row> = Row extends { attributes: unknown }
  ? { [K in keyof Row as Exclude<K, "attributes">]: BulkRow<Row[K]> }
  : Row;

/** Rows with nothing made of them: texts by column. */
type RawRow = Record<string, string>;

type Raw = BulkQueryOptions & { raw: true };
type Made = BulkQueryOptions & { raw?: false };

// What is asked of an object is told once its name is known: by its own records, however many objects the org has.
type LoadedObject<S, N> = [N] extends [ObjectName<S>] ? N : ObjectName<S>;
type InsertRecord<S, N> = [N] extends [ObjectName<S>] ? CreateInput<S, N> : unknown;
type UpdateRecord<S, N> = [N] extends [ObjectName<S>] ? UpdateInput<S, N> & { Id: Id<N> } : unknown;
type KeyField<S, N> = [N] extends [ObjectName<S>] ? ExternalIdField<S, N> & keyof Fields<S, N> : never;
type KeyedRecord<S, N, K> = [N] extends [ObjectName<S>]
  ? UpsertRecord<S, N, K & keyof Fields<S, N>>
  : unknown;

/** Many records at a time, as CSV: Bulk API 2.0. */
export interface Bulk<S> {
  /**
   * The rows of a query, streamed. The row is inferred from text that is known when compiling, and its `:name`
   * binds are asked for, as in `sf.query`. Numbers, booleans and null are what the field says.
   *
   * Salesforce takes no GROUP BY, OFFSET, TYPEOF, aggregates, subqueries and compound fields here.
   * `POST /jobs/query`.
   *
   * @throws SettingsError where a bind is missing, not used, or no value for its place
   *
   * @example
   * for await (const account of sf.bulk.query("SELECT Id, Name FROM Account")) console.log(account.Name);
   */
  query<const Text>(
    soql: Text extends string ? CheckedSoql<S, Text> : string,
    ...args: QueryArguments<S, Text, Raw, [options: Raw]>
  ): BulkQuery<RawRow>;
  query<const Text>(
    soql: Text extends string ? CheckedSoql<S, Text> : string,
    ...args: QueryArguments<S, Text, Made>
  ): BulkQuery<BulkRow<QueriedRow<S, Text>>>;

  /**
   * Goes on with a bulk query from where a `checkpoint()` was made, here or in another process, while its job
   * lives (7 days). Name the row: `resumeQuery<{ Id: string }>(checkpoint)`.
   *
   * @throws SettingsError where it is no checkpoint
   */
  resumeQuery<Row = Record<string, unknown>>(
    checkpoint: BulkQueryCheckpoint,
    options?: BulkReadOptions,
  ): BulkQuery<Row>;

  /**
   * Creates records. They are read as fast as they are sent, split into jobs of at most 100 MB of CSV (`maxJobBytes`), and matched
   * with what became of each. Rows that failed for a lock are sent again, `retry.times` times (default 3).
   * Held in memory: the CSV of the jobs under way, and with `results: "all"` every record.
   * `POST /jobs/ingest`.
   *
   * @throws SettingsError where a record cannot be sent, ApiError where a job cannot be made, TimeoutError, and
   * `signal.reason`; jobs under way are aborted then. PartialFailureError where records had been written before
   */
  insert<const N extends string>(
    object: LoadedObject<S, N>,
    records: BulkSource<NoInfer<InsertRecord<S, N>>>,
    options?: BulkLoadOptions,
  ): Promise<BulkLoad<InsertRecord<S, N>, N>>;

  /** Changes records. What is null is emptied; what is undefined or left out stays. As {@link Bulk.insert}. */
  update<const N extends string>(
    object: LoadedObject<S, N>,
    records: BulkSource<NoInfer<UpdateRecord<S, N>>>,
    options?: BulkLoadOptions,
  ): Promise<BulkLoad<UpdateRecord<S, N>, N>>;

  /** Updates or creates records by an external id. As {@link Bulk.insert}. */
  upsert<const N extends string, K extends KeyField<S, N>>(
    object: LoadedObject<S, N>,
    field: K,
    records: BulkSource<NoInfer<KeyedRecord<S, N, K>>>,
    options?: BulkLoadOptions,
  ): Promise<BulkLoad<KeyedRecord<S, N, K>, N>>;

  /** Moves records to the recycle bin. As {@link Bulk.insert}. */
  delete<const N extends string>(
    object: LoadedObject<S, N>,
    ids: BulkSource<Id<NoInfer<N>>>,
    options?: BulkLoadOptions,
  ): Promise<BulkLoad<{ Id: Id<N> }, N>>;

  /** Deletes records for good. The user needs the permission "Bulk API Hard Delete". As {@link Bulk.insert}. */
  hardDelete<const N extends string>(
    object: LoadedObject<S, N>,
    ids: BulkSource<Id<NoInfer<N>>>,
    options?: BulkLoadOptions,
  ): Promise<BulkLoad<{ Id: Id<N> }, N>>;
}
