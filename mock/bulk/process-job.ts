import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import { createRecord } from "../dml/create-record.js";
import { deleteRecord, hardDeleteRecord } from "../dml/delete-record.js";
import { type Changes, readInput } from "../dml/record-input.js";
import { updateRecord } from "../dml/update-record.js";
import { upsertRecord } from "../dml/upsert-record.js";
import { publishEvent } from "../events/publish-event.js";
import { ApiFault, type FaultEntry, recordFault } from "../http/fault.js";
import type { JsonObject } from "../http/json-body.js";
import type { OrgContext } from "../org-context.js";
import { toId18 } from "../store/record-id.js";
import type { IngestJob, IngestOperation, RowOutcome } from "./ingest-job.js";
import { readCsv } from "./read-csv.js";
import { rowReader } from "./row-input.js";

interface Written {
  readonly id: string;
  readonly created: boolean;
}

interface Target {
  readonly object: ObjectInfo;
  /** What an upsert matches on; the id otherwise. */
  readonly key: FieldInfo | undefined;
}

/** Writes a record of a job. Throws its refusal. */
type Write = (context: OrgContext, target: Target, record: JsonObject) => Written;

const WRITES = {
  insert: (context, { object }, record) => {
    const changes = readInput(context, object, record);
    const id = object.name.endsWith("__e")
      ? publishEvent(context, object, changes).id
      : createRecord(context, object, changes);
    return { id, created: true };
  },
  update: (context, { object }, record) => {
    const changes = readInput(context, object, record);
    const id = takeId(changes);
    updateRecord(context, object, id, changes);
    return { id, created: false };
  },
  upsert: (context, { object, key }, record) => {
    const changes = readInput(context, object, record);
    if (key === undefined) throw recordFault("MISSING_ARGUMENT", "External id not specified");
    const value = changes.get(key) ?? null;
    if (value === null && key.type !== "id")
      throw recordFault("MISSING_ARGUMENT", `${key.name} not specified`);
    changes.delete(key);
    const outcome = upsertRecord(context, object, { field: key, value }, changes);
    if (outcome.kind === "saved") return { id: outcome.id, created: outcome.created };
    if (outcome.kind === "missing")
      throw recordFault("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
    const message = `${key.name}: more than one record found for external id field: ${value}`;
    throw recordFault("DUPLICATE_EXTERNAL_ID", message);
  },
  delete: (context, { object }, record) => {
    const id = takeId(readInput(context, object, record));
    deleteRecord(context, object, id);
    return { id, created: false };
  },
  hardDelete: (context, { object }, record) => {
    const id = takeId(readInput(context, object, record));
    hardDeleteRecord(context, object, id);
    return { id, created: false };
  },
} satisfies Record<IngestOperation, Write>;

/** Does the work of a job whose upload is complete. What is wrong with all of it is the job's error. */
export function processJob(job: IngestJob, context: OrgContext): void {
  const problem = tryAll(job, context);
  if (problem !== undefined) job.errorMessage = `InvalidBatch : ${problem}`;
}

function tryAll(job: IngestJob, context: OrgContext): string | undefined {
  const csv = readCsv(job.format, job.data ?? "");
  if ("problem" in csv) return csv.problem;
  const object = context.catalog.find(job.object);
  if (object === undefined) return `Unable to find object: ${job.object}`;
  const problem = headerProblem(job, csv.columns);
  if (problem !== undefined) return problem;
  const reader = rowReader(object, csv.columns);
  if ("unknown" in reader) return `Field name not found : ${reader.unknown}`;
  const target = { object, key: object.field(job.externalIdFieldName ?? "") };
  const write: Write = WRITES[job.operation];
  job.outcomes = csv.rows.map((row) =>
    outcomeOf(context, row, idIn(row, csv.columns), () => write(context, target, reader.read(row))),
  );
  job.unprocessed = [];
  return undefined;
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

function outcomeOf(
  context: OrgContext,
  row: readonly string[],
  given: string,
  write: () => Written,
): RowOutcome {
  try {
    return { success: true, row, ...context.store.transaction(write) };
  } catch (error) {
    if (!(error instanceof ApiFault)) throw error;
    return { success: false, row, id: given, error: error.entries.map(errorText).join("; ") };
  }
}

/** As `REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --`. */
function errorText({ errorCode, message, fields = [] }: FaultEntry): string {
  return `${errorCode}:${message}:${fields.join(",")} --`;
}

function idIn(row: readonly string[], columns: readonly string[]): string {
  return row[columns.findIndex((column) => column.toLowerCase() === "id")] ?? "";
}

function takeId(changes: Changes): string {
  for (const [field, value] of changes) {
    if (field.type !== "id") continue;
    changes.delete(field);
    const id = typeof value === "string" ? toId18(value) : null;
    if (id === null) throw recordFault("MALFORMED_ID", `malformed id ${String(value)}`);
    return id;
  }
  throw recordFault("MISSING_ARGUMENT", "Id not specified");
}
