import { createIngestJob } from "../../bulk/create-ingest-job.js";
import type { IngestJob } from "../../bulk/ingest-job.js";
import { failedResults, successfulResults, unprocessedRecords } from "../../bulk/ingest-results.js";
import { hasEnded, invalidState } from "../../bulk/job.js";
import { INGEST_FORMS } from "../../bulk/job-answer.js";
import { advanceIngestJob, checkInline, completeUpload, endJob, upload } from "../../bulk/upload.js";
import { json, noContent } from "../../http/call.js";
import { requestFault } from "../../http/fault.js";
import type { Route } from "../route.js";
import { listJobs, requireJob, stateAsked } from "./job-list.js";
import { jobRoute } from "./job-route.js";

const SINCE = 41;

const LIST = { jobType: "V2Ingest", path: "ingest", listed: INGEST_FORMS.listed };

/** Opening jobs that write records, and those there are. A multipart body brings the data along. */
export const ingestJobs = jobRoute("ingest", SINCE, {
  GET: (call, context) => listJobs(call, context, context.bulk.ingest, LIST),
  POST: (call, context) => {
    const job = createIngestJob(call, context);
    const content = call.files().get("content");
    if (content !== undefined) {
      const data = new TextDecoder("utf-8", { ignoreBOM: true }).decode(content.bytes);
      checkInline(data);
      upload(job, data);
      completeUpload(job, context);
    }
    context.bulk.ingest.set(job.id, job);
    return json(INGEST_FORMS.changed(job));
  },
});

/** One job that writes records. */
export const ingestJob = jobRoute("ingest/{id}", SINCE, {
  GET: (call, context) => {
    const job = requireJob(call, context, context.bulk.ingest);
    advanceIngestJob(job, context.now());
    return json(INGEST_FORMS.whole(job));
  },
  PATCH: (call, context) => {
    const job = requireJob(call, context, context.bulk.ingest);
    const asked = stateAsked(call);
    if (hasEnded(job) || (asked === "UploadComplete" && job.state !== "Open")) {
      throw invalidState(`A job in the state ${job.state} cannot become ${asked}`);
    }
    if (asked === "Aborted") endJob(job, asked, context.now());
    else completeUpload(job, context);
    return json(INGEST_FORMS.changed(job));
  },
  DELETE: (call, context) => {
    const job = requireJob(call, context, context.bulk.ingest);
    if (job.state === "Open" || job.state === "InProgress") {
      throw invalidState(`A job in the state ${job.state} cannot be deleted`);
    }
    context.bulk.ingest.delete(job.id);
    return noContent();
  },
});

/** The data of a job. */
export const ingestBatches = jobRoute("ingest/{id}/batches", SINCE, {
  PUT: (call, context) => {
    const job = requireJob(call, context, context.bulk.ingest);
    if (!/^text\/csv\b/i.test(call.headers.get("Content-Type") ?? "")) {
      throw requestFault(415, "UNSUPPORTED_MEDIA_TYPE", "The data of a job must be text/csv");
    }
    upload(job, call.text());
    return { status: 201, headers: {} };
  },
});

function results(name: string, write: (job: IngestJob) => string): Route {
  return jobRoute(`ingest/{id}/${name}`, SINCE, {
    GET: (call, context) => {
      const job = requireJob(call, context, context.bulk.ingest);
      if (hasEnded(job)) return { status: 200, headers: {}, content: { type: "text/csv", data: write(job) } };
      throw requestFault(412, "JOB_NOT_COMPLETE", `The job has no results yet: its state is ${job.state}`);
    },
  });
}

/** What became of a job's rows. */
export const ingestResults: readonly Route[] = [
  results("successfulResults", successfulResults),
  results("failedResults", failedResults),
  results("unprocessedrecords", unprocessedRecords),
  // Salesforce does not tell cases apart here, and clients spell it either way.
  results("unprocessedRecords", unprocessedRecords),
];
