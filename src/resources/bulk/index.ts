import type { Send } from "../../http/pipeline.js";
import type { Decoders } from "../../schema/decoders.js";
import type { ObjectMetadata, OrgMetadata } from "../../schema/metadata.js";
import { boundQuery } from "../query/bound-query.js";
import type { Bulk } from "./bulk.js";
import type { BulkLoadOptions, BulkSource } from "./ingest/bulk-load.js";
import type { LoadTarget } from "./ingest/ingest-requests.js";
import type { BulkQueryOptions, BulkReadOptions } from "./query/bulk-query.js";
import { type BulkQueryCheckpoint, newReading, readingFrom } from "./query/checkpoint.js";
import { createBulkQuery } from "./query/create-bulk-query.js";

/** The options a bulk query may have: what else stands there was meant as a bind. */
const QUERY_OPTIONS = {
  signal: true,
  timeout: true,
  headers: true,
  pollMs: true,
  maxPollMs: true,
  jobTimeout: true,
  deleteJobs: true,
  retry: true,
  raw: true,
  pageRows: true,
  ahead: true,
  onProgress: true,
  allRows: true,
  parallel: true,
} as const satisfies Record<keyof BulkQueryOptions, true>;

export function createBulk<S>(
  send: Send,
  metadata: OrgMetadata,
  decoders: Decoders,
  objectOf: (name: string) => ObjectMetadata,
): Bulk<S> {
  const load = async (target: LoadTarget, records: BulkSource<unknown>, options: BulkLoadOptions = {}) => {
    const { fields } = objectOf(target.object);
    const { loadRecords } = await import("./ingest/load-records.js");
    return loadRecords(send, target, records, fields, options);
  };
  const idsOf = (operation: "delete" | "hardDelete") => {
    return (object: string, ids: BulkSource<string>, options?: BulkLoadOptions) =>
      load({ object, operation }, ids, options);
  };
  const bulk = {
    query(text: string, ...args: readonly unknown[]) {
      const { soql, options = {} } = boundQuery<BulkQueryOptions>(text, args, metadata, QUERY_OPTIONS);
      const reading = newReading(soql, (options.parallel ?? 1) > 1);
      return createBulkQuery(reading, send, { metadata, decoders }, options);
    },
    resumeQuery: (checkpoint: BulkQueryCheckpoint, options: BulkReadOptions = {}) =>
      createBulkQuery(readingFrom(checkpoint), send, { metadata, decoders }, options),
    insert: (object: string, records: BulkSource<unknown>, options?: BulkLoadOptions) =>
      load({ object, operation: "insert" }, records, options),
    update: (object: string, records: BulkSource<unknown>, options?: BulkLoadOptions) =>
      load({ object, operation: "update" }, records, options),
    upsert: (object: string, externalId: string, records: BulkSource<unknown>, options?: BulkLoadOptions) =>
      load({ object, operation: "upsert", externalId }, records, options),
    delete: idsOf("delete"),
    hardDelete: idsOf("hardDelete"),
  };
  // Rows and records are known to the types only.
  return bulk as unknown as Bulk<S>;
}
