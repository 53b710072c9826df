import type { ResultSet } from "../soql/result-set.js";
import { type Job, moveTo } from "./job.js";

/** The keys under which a column's values stand in a row. */
export type QueryColumn = readonly string[];

/** A query whose rows are fetched as CSV. They are those of the moment it was made. */
export interface QueryJob extends Job {
  readonly columns: readonly QueryColumn[];
  readonly results: ResultSet;
}

/** Goes a step on, as a job has each time one looks. */
export function advanceQueryJob(job: QueryJob, now: Date): void {
  if (job.state === "UploadComplete") moveTo(job, "InProgress", now);
  else if (job.state === "InProgress") {
    moveTo(job, "JobComplete", now);
    job.processed = job.results.length;
  }
}
