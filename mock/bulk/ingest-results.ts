import type { IngestJob } from "./ingest-job.js";
import { writeCsv } from "./write-csv.js";

/** The rows that were written, with their ids. */
export function successfulResults(job: IngestJob): string {
  const rows = job.outcomes.flatMap((outcome) =>
    outcome.success ? [[outcome.id, String(outcome.created), ...outcome.row]] : [],
  );
  return writeCsv(job.format, ["sf__Id", "sf__Created"], rows, job.columns);
}

/** The rows that were refused, with why. */
export function failedResults(job: IngestJob): string {
  const rows = job.outcomes.flatMap((outcome) =>
    outcome.success ? [] : [[outcome.id, outcome.error, ...outcome.row]],
  );
  return writeCsv(job.format, ["sf__Id", "sf__Error"], rows, job.columns);
}

/** The rows no one has looked at, since the job failed or was aborted. */
export function unprocessedRecords(job: IngestJob): string {
  return writeCsv(job.format, [], job.unprocessed, job.columns);
}
