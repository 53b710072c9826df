import { ApiFault, type FaultEntry } from "../http/fault.js";
import type { OrgContext } from "../org-context.js";
import type { IngestJob, RowOutcome } from "./ingest-job.js";
import type { ReadCsv } from "./read-csv.js";
import { type Row, repetitionCheck } from "./repeated-keys.js";
import { rowReader } from "./row-input.js";
import { WRITES, type Write, type Written } from "./row-writes.js";

/** Rows that count as one batch against the daily limit. */
const BATCH_ROWS = 10_000;

/** Rows that are written together. */
const CHUNK_ROWS = 200;

/** Since when the rows that failed carry the id they were sent with. */
const FAILED_IDS_SINCE = 53;

/** Does the work of a job whose upload is complete. What is wrong with all of it is the job's error. */
export function processJob(job: IngestJob, csv: ReadCsv, context: OrgContext): void {
  if ("problem" in csv) {
    job.errorMessage = csv.problem;
    return;
  }
  const write = chunkWriter(job, context, csv.columns);
  if (typeof write === "string") {
    job.errorMessage = `InvalidBatch : ${write}`;
    return;
  }
  const outcomes: RowOutcome[] = [];
  for (const batch of parts(csv.rows, BATCH_ROWS)) {
    if (!context.limits.spend("DailyBulkApiBatches")) {
      job.errorMessage = "ExceededQuota : ApiBatchItems Limit exceeded.";
      break;
    }
    for (const chunk of parts(batch, CHUNK_ROWS)) outcomes.push(...write(chunk));
  }
  job.outcomes = outcomes;
  job.unprocessed = csv.rows.slice(outcomes.length);
}

function* parts<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}

/** What writes rows of a job and says what became of them; the reason where the columns do not fit the job. */
function chunkWriter(
  job: IngestJob,
  context: OrgContext,
  columns: readonly string[],
): string | ((rows: readonly Row[]) => RowOutcome[]) {
  const object = context.catalog.find(job.object);
  if (object === undefined) return `Unable to find object: ${job.object}`;
  const problem = headerProblem(job, columns);
  if (problem !== undefined) return problem;
  const reader = rowReader(object, columns);
  if ("unknown" in reader) return `Field name not found : ${reader.unknown}`;
  const key = job.operation === "upsert" ? object.field(job.externalIdFieldName ?? "") : undefined;
  const keyPlace = placeOf(columns, key?.name);
  const idPlace = Number(job.apiVersion) < FAILED_IDS_SINCE ? -1 : placeOf(columns, "Id");
  const write: Write = WRITES[job.operation];
  return (rows) => {
    const refuseRepeated = repetitionCheck(rows, keyPlace, key);
    return rows.map((row) =>
      outcomeOf(context, row, row[idPlace] ?? "", () => {
        refuseRepeated(row);
        return write(context, { object, key }, reader.read(row));
      }),
    );
  };
}

function placeOf(columns: readonly string[], name: string | undefined): number {
  return columns.findIndex((column) => column.toLowerCase() === name?.toLowerCase());
}

function headerProblem({ operation, externalIdFieldName = "" }: IngestJob, columns: readonly string[]) {
  const names = columns.map((column) => column.toLowerCase());
  const twice = columns.find((_, place) => names.indexOf(names[place] ?? "") < place);
  if (twice !== undefined) return `Duplicate column : ${twice}`;
  const needed = operation === "upsert" ? externalIdFieldName : operation === "insert" ? undefined : "Id";
  if (needed !== undefined && !names.includes(needed.toLowerCase()))
    return `Field name not found : ${needed}`;
  const isDelete = operation === "delete" || operation === "hardDelete";
  return isDelete && columns.length > 1 ? "Only the column Id can be given for a delete" : undefined;
}

function outcomeOf(context: OrgContext, row: Row, given: string, write: () => Written): RowOutcome {
  try {
    return { success: true, row, ...context.store.transaction(write) };
  } catch (error) {
    if (!(error instanceof ApiFault)) throw error;
    return { success: false, row, id: given, error: error.entries.map(errorText).join("; ") };
  }
}

/** As `REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --`. */
function errorText({ errorCode, message, fields = [] }: FaultEntry): string {
  const names = fields.length === 0 ? "" : `${fields.join(",")} `;
  return `${errorCode}:${message}:${names}--`;
}
