import { createIngestJob } from "../../bulk/create-ingest-job.js";
import { type IngestJob, ingestJobAnswer } from "../../bulk/ingest-job.js";
import { failedResults, successfulResults, unprocessedRecords } from "../../bulk/ingest-results.js";
import { hasEnded } from "../../bulk/job.js";
import { advanceIngestJob, completeUpload, endJob, upload } from "../../bulk/upload.js";
import { type Answer, json, noContent } from "../../http/call.js";
import { requestFault } from "../../http/fault.js";
import type { Route, RoutedCall } from "../route.js";
import { invalidState, listJobs, requireJob, stateAsked } from "./job-list.js";

const LIST = { jobType: "V2Ingest", path: "ingest", answer: ingestJobAnswer };

/** Opening jobs that write records, and those there are. A multipart body brings the data along. */
export const ingestJobs: Route = {
  path: "/services/data/{version}/jobs/ingest",
  alone: true,
  methods: {
    GET: (call, context) => listJobs(call, context.bulk.ingest, LIST),
    POST: (call, context) => {
      const job = createIngestJob(call, context);
      context.bulk.ingest.set(job.id, job);
      const content = call.files().get("content");
      if (content !== undefined) {
        upload(job, new TextDecoder().decode(content.bytes));
        completeUpload(job, context);
      }
      return json(ingestJobAnswer(job));
    },
  },
};

/** One job that writes records. */
export const ingestJob: Route = {
  path: "/services/data/{version}/jobs/ingest/{id}",
  alone: true,
  methods: {
    GET: (call, context) => {
      const job = requireJob(call, context.bulk.ingest);
      advanceIngestJob(job);
      return json(ingestJobAnswer(job));
    },
    PATCH: (call, context) => {
      const job = requireJob(call, context.bulk.ingest);
      const asked = stateAsked(call);
      if (hasEnded(job) || (asked === "UploadComplete" && job.state !== "Open")) {
        throw invalidState(`A job in the state ${job.state} cannot become ${asked}`);
      }
      if (asked === "Aborted") endJob(job, asked);
      else completeUpload(job, context);
      return json(ingestJobAnswer(job));
    },
    DELETE: (call, context) => {
      const job = requireJob(call, context.bulk.ingest);
      if (job.state === "Open" || job.state === "InProgress") {
        throw invalidState(`A job in the state ${job.state} cannot be deleted`);
      }
      context.bulk.ingest.delete(job.id);
      return noContent();
    },
  },
};

/** The data of a job. */
export const ingestBatches: Route = {
  path: "/services/data/{version}/jobs/ingest/{id}/batches",
  alone: true,
  methods: {
    PUT: (call, context) => {
      const job = requireJob(call, context.bulk.ingest);
      if (!/^text\/csv\b/i.test(call.headers.get("Content-Type") ?? "")) {
        throw requestFault(415, "UNSUPPORTED_MEDIA_TYPE", "The data of a job must be text/csv");
      }
      upload(job, call.text());
      return { status: 201, headers: {} };
    },
  },
};

function results(name: string, write: (job: IngestJob) => string): Route {
  return {
    path: `/services/data/{version}/jobs/ingest/{id}/${name}`,
    alone: true,
    methods: {
      GET: (call: RoutedCall, context): Answer => {
        const job = requireJob(call, context.bulk.ingest);
        if (!hasEnded(job)) {
          throw requestFault(
            412,
            "JOB_NOT_COMPLETE",
            `The job has no results yet: its state is ${job.state}`,
          );
        }
        return { status: 200, headers: {}, content: { type: "text/csv", data: write(job) } };
      },
    },
  };
}

export const successful = results("successfulResults", successfulResults);
export const failed = results("failedResults", failedResults);
export const unprocessed = results("unprocessedrecords", unprocessedRecords);
