import { requestFault } from "../http/fault.js";
import type { CsvFormat } from "./csv-format.js";

export type JobState = "Open" | "UploadComplete" | "InProgress" | "JobComplete" | "Failed" | "Aborted";

/** What jobs of both kinds have in common. */
export interface Job {
  readonly id: string;
  readonly operation: string;
  readonly object: string;
  readonly createdById: string;
  readonly createdDate: Date;
  /** Such as `66.0`: results are given under this version only. */
  readonly apiVersion: string;
  readonly format: CsvFormat;
  /** When it came into its state. Changes as the job goes on, as do all that follow. */
  systemModstamp: Date;
  state: JobState;
  processed: number;
  failed: number;
  /** What its work took, in milliseconds of the org's clock. */
  processingMs: number;
  errorMessage: string | undefined;
}

const ENDED: ReadonlySet<JobState> = new Set(["JobComplete", "Failed", "Aborted"]);

export function hasEnded({ state }: Job): boolean {
  return ENDED.has(state);
}

export function moveTo(job: Job, state: JobState, now: Date): void {
  job.state = state;
  job.systemModstamp = now;
}

/** The refusal of what a job's state does not allow. */
export function invalidState(message: string) {
  return requestFault(400, "INVALIDJOBSTATE", message);
}
