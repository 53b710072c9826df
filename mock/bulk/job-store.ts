import type { IngestJob } from "./ingest-job.js";
import type { QueryJob } from "./query-job.js";

/** The bulk jobs of the org, in the order they were made. */
export interface BulkJobs {
  readonly ingest: Map<string, IngestJob>;
  readonly query: Map<string, QueryJob>;
}

export function createBulkJobs(): BulkJobs {
  return { ingest: new Map(), query: new Map() };
}
