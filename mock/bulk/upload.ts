import { requestFault } from "../http/fault.js";
import type { OrgContext } from "../org-context.js";
import type { IngestJob } from "./ingest-job.js";
import { processJob } from "./process-job.js";
import { readCsv } from "./read-csv.js";

/** Characters of an upload: 150 MB once they are in base64. */
const MAX_LENGTH = 112_500_000;

/** Takes the data of a job, once. */
export function upload(job: IngestJob, data: string): void {
  if (job.state !== "Open") throw refused(`The job takes no data in the state ${job.state}`);
  if (job.data !== undefined) {
    throw refused(
      `Found multiple contents for job: <${job.id}>, please 'Close' / 'Abort' / 'Delete' the current Job then create a new Job and make sure you only do 'PUT' once on a given Job.`,
    );
  }
  if (data.length > MAX_LENGTH) throw refused("The data of a job may be at most 150 MB in base64");
  job.data = data;
  const csv = readCsv(job.format, data);
  if ("rows" in csv) [job.columns, job.unprocessed] = [csv.columns, csv.rows];
}

/**
 * Ends the upload and does the work. The states a job goes through are shown to those who look at it, as if it
 * took its time.
 */
export function completeUpload(job: IngestJob, context: OrgContext): void {
  if (job.data === undefined) {
    endJob(job, "Failed");
    job.errorMessage = "InvalidJob : No data was uploaded";
    return;
  }
  job.state = "UploadComplete";
  processJob(job, context);
}

/** Goes a step on, as a job has each time one looks. */
export function advanceIngestJob(job: IngestJob): void {
  if (job.state === "UploadComplete") job.state = "InProgress";
  else if (job.state === "InProgress") endJob(job, job.errorMessage === undefined ? "JobComplete" : "Failed");
}

export function endJob(job: IngestJob, state: "JobComplete" | "Failed" | "Aborted"): void {
  job.state = state;
  job.processed = job.outcomes.length;
  job.failed = job.outcomes.filter(({ success }) => !success).length;
}

function refused(message: string) {
  return requestFault(400, "API_ERROR", message);
}
