import { type Job, jobAnswer } from "./job.js";

export type IngestOperation = "insert" | "update" | "upsert" | "delete" | "hardDelete";

/** What became of a row that was looked at. */
export type RowOutcome =
  | {
      readonly success: true;
      readonly row: readonly string[];
      readonly id: string;
      readonly created: boolean;
    }
  | { readonly success: false; readonly row: readonly string[]; readonly id: string; readonly error: string };

/** A job that writes the rows of an upload. */
export interface IngestJob extends Job {
  readonly operation: IngestOperation;
  readonly externalIdFieldName: string | undefined;
  readonly assignmentRuleId: string | undefined;
  /** The upload; undefined before it. */
  data: string | undefined;
  columns: readonly string[];
  outcomes: readonly RowOutcome[];
  unprocessed: readonly (readonly string[])[];
}

export function ingestJobAnswer(job: IngestJob) {
  const { externalIdFieldName, assignmentRuleId, apiVersion, id } = job;
  return jobAnswer(job, "V2Ingest", {
    contentUrl: `services/data/v${apiVersion}/jobs/ingest/${id}/batches`,
    numberRecordsFailed: job.failed,
    apiActiveProcessingTime: 0,
    apexProcessingTime: 0,
    ...(externalIdFieldName !== undefined && { externalIdFieldName }),
    ...(assignmentRuleId !== undefined && { assignmentRuleId }),
  });
}
