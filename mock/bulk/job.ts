import type { CsvFormat } from "./csv-format.js";

export type JobState = "Open" | "UploadComplete" | "InProgress" | "JobComplete" | "Failed" | "Aborted";

/** What jobs of both kinds have in common. */
export interface Job {
  readonly id: string;
  readonly operation: string;
  readonly object: string;
  readonly createdById: string;
  readonly createdDate: string;
  /** Such as `66.0`: results are given under this version only. */
  readonly apiVersion: string;
  readonly format: CsvFormat;
  /** Changes as the job goes on, as do all that follow. */
  systemModstamp: string;
  state: JobState;
  processed: number;
  failed: number;
  errorMessage: string | undefined;
}

const ENDED: ReadonlySet<JobState> = new Set(["JobComplete", "Failed", "Aborted"]);

export function hasEnded({ state }: Job): boolean {
  return ENDED.has(state);
}

/** A job as answers carry it. The times are those of a job that took no time. */
export function jobAnswer(job: Job, kind: "V2Ingest" | "V2Query", more: Readonly<Record<string, unknown>>) {
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: job.createdById,
    createdDate: job.createdDate,
    systemModstamp: job.systemModstamp,
    state: job.state,
    concurrencyMode: "Parallel",
    contentType: "CSV",
    apiVersion: Number(job.apiVersion),
    jobType: kind,
    lineEnding: job.format.lineEnding,
    columnDelimiter: job.format.columnDelimiter,
    numberRecordsProcessed: job.processed,
    retries: 0,
    totalProcessingTime: 0,
    ...(job.errorMessage !== undefined && { errorMessage: job.errorMessage }),
    ...more,
  };
}
