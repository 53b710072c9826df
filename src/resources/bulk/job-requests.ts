import { nothing, type Operation, operation } from "../../http/operation.js";
import type { BulkJob, JobKind } from "./job.js";

/** What can be asked of a job, whichever kind it is. */
interface JobRequests {
  readonly get: (id: string) => Operation<BulkJob>;
  readonly setState: (id: string, state: "UploadComplete" | "Aborted") => Operation<BulkJob>;
  readonly remove: (id: string) => Operation<void>;
}

export const jobRequests = {
  query: {
    get: (id) => operation("get", "/jobs/query/{id}", { path: { id } }),
    setState: (id, state) => operation("patch", "/jobs/query/{id}", { path: { id }, body: { state } }),
    remove: (id) => operation("delete", "/jobs/query/{id}", { path: { id } }, nothing),
  },
  ingest: {
    get: (id) => operation("get", "/jobs/ingest/{id}", { path: { id } }),
    setState: (id, state) => operation("patch", "/jobs/ingest/{id}", { path: { id }, body: { state } }),
    remove: (id) => operation("delete", "/jobs/ingest/{id}", { path: { id } }, nothing),
  },
} as const satisfies Record<JobKind, JobRequests>;
