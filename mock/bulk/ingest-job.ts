import type { Job } from "./job.js";
import type { ReadCsv } from "./read-csv.js";

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
  /** The data, once it is there. */
  upload: ReadCsv | undefined;
  columns: readonly string[];
  outcomes: readonly RowOutcome[];
  unprocessed: readonly (readonly string[])[];
}
