import type { components } from "../../../generated/rest/rest.js";

/** A job of Bulk API 2.0, as Salesforce told of it last. */
export type BulkJob = components["schemas"]["Job"];

/** `Open` → `UploadComplete` → `InProgress` → `JobComplete`, `Failed` or `Aborted`. */
export type BulkJobState = BulkJob["state"];

/** Jobs that read and jobs that write have resources of their own, with the same verbs. */
export type JobKind = "query" | "ingest";

/** Which states nothing follows. */
const ends = {
  Open: false,
  UploadComplete: false,
  InProgress: false,
  JobComplete: true,
  Failed: true,
  Aborted: true,
} as const satisfies Record<BulkJobState, boolean>;

export function hasEnded({ state }: BulkJob): boolean {
  return ends[state] === true;
}
