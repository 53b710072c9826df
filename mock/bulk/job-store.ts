import type { IngestJob } from "./ingest-job.js";
import { hasEnded, type Job } from "./job.js";
import type { QueryJob } from "./query-job.js";

const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/** The bulk jobs of the org, in the order they were made. */
export interface BulkJobs {
  readonly ingest: Map<string, IngestJob>;
  readonly query: Map<string, QueryJob>;
}

export function createBulkJobs(): BulkJobs {
  return { ingest: new Map(), query: new Map() };
}

/** Salesforce keeps jobs for seven days after their end. */
export function forgetOldJobs<J extends Job>(jobs: Map<string, J>, now: Date): void {
  for (const [id, job] of jobs) {
    if (hasEnded(job) && now.getTime() - job.systemModstamp.getTime() > KEPT_MS) jobs.delete(id);
  }
}
