import type { ResultSet } from "../soql/result-set.js";
import { type Job, jobAnswer } from "./job.js";

/** The keys under which a column's values stand in a row. */
export type QueryColumn = readonly string[];

/** A query whose rows are fetched as CSV. They are those of the moment it was made. */
export interface QueryJob extends Job {
  readonly columns: readonly QueryColumn[];
  readonly results: ResultSet;
}

export function queryJobAnswer(job: QueryJob) {
  return jobAnswer(job, "V2Query", { isPkChunkingSupported: true });
}

/** Goes a step on, as a job has each time one looks. */
export function advanceQueryJob(job: QueryJob): void {
  if (job.state === "UploadComplete") job.state = "InProgress";
  else if (job.state === "InProgress") {
    job.state = "JobComplete";
    job.processed = job.results.length;
  }
}
