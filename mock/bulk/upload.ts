import { requestFault } from "../http/fault.js";
import type { OrgContext } from "../org-context.js";
import { invalidJob } from "./csv-format.js";
import type { IngestJob } from "./ingest-job.js";
import { invalidState, moveTo } from "./job.js";
import { processJob } from "./process-job.js";
import { readCsv } from "./read-csv.js";

/** Bytes of an upload: 150 MB once they are in base64. */
const MAX_BYTES = 112_500_000;
/** Characters of data that come along with the job itself. */
const MAX_INLINE = 100_000;

/** Takes the data of a job, once. */
export function upload(job: IngestJob, data: string): void {
  if (job.state !== "Open") throw invalidState(`The job takes no data in the state ${job.state}`);
  if (job.upload !== undefined) {
    throw invalidJob(
      `Found multiple contents for job: <${job.id}>, please 'Close' / 'Abort' / 'Delete' the current Job then create a new Job and make sure you only do 'PUT' once on a given Job.`,
    );
  }
  if (bytesOf(data) > MAX_BYTES) {
    throw requestFault(413, "REQUEST_ENTITY_TOO_LARGE", "The data of a job may be at most 150 MB in base64");
  }
  const csv = readCsv(job.format, data);
  if ("rows" in csv) [job.columns, job.unprocessed] = [csv.columns, csv.rows];
  job.upload = csv;
}

/** Throws where data is too long to come along with its job. */
export function checkInline(data: string): void {
  if (data.length <= MAX_INLINE) return;
  throw invalidJob(
    `The data of a multipart request may be at most ${MAX_INLINE} characters. Upload it to the job's contentUrl.`,
  );
}

/**
 * Ends the upload and does the work. The states a job goes through are shown to those who look at it, as if it
 * took its time.
 */
export function completeUpload(job: IngestJob, context: OrgContext): void {
  const begun = context.now();
  if (job.upload === undefined) {
    job.errorMessage = "InvalidJob : No data was uploaded";
    endJob(job, "Failed", begun);
    return;
  }
  moveTo(job, "UploadComplete", begun);
  processJob(job, job.upload, context);
  job.processingMs = context.now().getTime() - begun.getTime();
}

/** Goes a step on, as a job has each time one looks. */
export function advanceIngestJob(job: IngestJob, now: Date): void {
  if (job.state === "UploadComplete") moveTo(job, "InProgress", now);
  else if (job.state === "InProgress") {
    endJob(job, job.errorMessage === undefined ? "JobComplete" : "Failed", now);
  }
}

export function endJob(job: IngestJob, state: "JobComplete" | "Failed" | "Aborted", now: Date): void {
  moveTo(job, state, now);
  job.processed = job.outcomes.length;
  job.failed = job.outcomes.filter(({ success }) => !success).length;
}

function bytesOf(text: string): number {
  return text.length * 3 <= MAX_BYTES ? text.length : new TextEncoder().encode(text).length;
}
