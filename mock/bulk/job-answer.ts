import { datetimeText } from "../dml/date-text.js";
import type { IngestJob } from "./ingest-job.js";
import type { Job } from "./job.js";
import type { QueryJob } from "./query-job.js";

/** The forms in which answers carry a job. */
export interface JobForms<J> {
  /** After it was made or changed. */
  readonly changed: (job: J) => object;
  /** In a list. */
  readonly listed: (job: J) => object;
  /** For those who look at it: with its progress. */
  readonly whole: (job: J) => object;
}

export const INGEST_FORMS: JobForms<IngestJob> = {
  changed: changedIngestJob,
  listed: (job) => ({ ...changedIngestJob(job), jobType: "V2Ingest" }),
  whole: (job) => ({
    ...changedIngestJob(job),
    jobType: "V2Ingest",
    ...progressOf(job),
    numberRecordsFailed: job.failed,
    apiActiveProcessingTime: job.processingMs,
    apexProcessingTime: 0,
  }),
};

export const QUERY_FORMS: JobForms<QueryJob> = {
  changed: changedJob,
  listed: (job) => ({ ...changedJob(job), jobType: "V2Query" }),
  whole: (job) => ({
    ...changedJob(job),
    jobType: "V2Query",
    ...progressOf(job),
    isPkChunkingSupported: true,
  }),
};

function changedIngestJob(job: IngestJob) {
  const { externalIdFieldName, assignmentRuleId, apiVersion, id, state } = job;
  return {
    ...changedJob(job),
    ...(externalIdFieldName !== undefined && { externalIdFieldName }),
    ...(assignmentRuleId !== undefined && { assignmentRuleId }),
    ...(state === "Open" && { contentUrl: `services/data/v${apiVersion}/jobs/ingest/${id}/batches` }),
  };
}

function changedJob(job: Job) {
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: job.createdById,
    createdDate: datetimeText(job.createdDate),
    systemModstamp: datetimeText(job.systemModstamp),
    state: job.state,
    concurrencyMode: "Parallel",
    contentType: "CSV",
    apiVersion: Number(job.apiVersion),
    lineEnding: job.format.lineEnding,
    columnDelimiter: job.format.columnDelimiter,
  };
}

function progressOf({ processed, processingMs, errorMessage }: Job) {
  return {
    numberRecordsProcessed: processed,
    retries: 0,
    totalProcessingTime: processingMs,
    ...(errorMessage !== undefined && { errorMessage }),
  };
}
