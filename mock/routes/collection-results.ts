import type { ObjectInfo } from "../catalog/object-info.js";
import type { ApiCall } from "../http/call.js";
import { ApiFault, type FaultEntry, jsonParserError, recordFault, requestFault } from "../http/fault.js";
import { isJsonObject, type JsonObject, jsonObjectType } from "../http/json-body.js";
import type { OrgContext } from "../org-context.js";
import { withFile } from "./record-body.js";

/** An error of one record of a collection: its code is called `statusCode` there. */
export interface RecordError {
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

/** What became of one record. A failed upsert also says `created: false`. */
export interface CollectionResult {
  readonly id?: string;
  readonly success: boolean;
  readonly errors: readonly RecordError[];
  readonly created?: boolean;
}

/** One record's work: returns its result, or throws its refusal. */
export interface RecordTask {
  /** The id a rolled-back result still carries; absent for creations. */
  readonly id?: string | undefined;
  readonly run: () => CollectionResult;
}

export const MAX_RECORDS = 200;
const MAX_CHUNKS = 10;

const ROLLED_BACK: RecordError = {
  statusCode: "ALL_OR_NONE_OPERATION_ROLLED_BACK",
  message: "Record rolled back because not all records were valid and the request was using AllOrNone header",
  fields: [],
};

/** Does each task; with `allOrNone`, one refusal undoes them all. */
export function runCollection(
  context: OrgContext,
  tasks: readonly RecordTask[],
  options: { allOrNone: boolean; failure?: { created: false } },
): CollectionResult[] {
  const attempt = (): CollectionResult[] => tasks.map((task) => runTask(context, task, options.failure));
  if (!options.allOrNone) return attempt();
  const succeeded = (results: CollectionResult[]): boolean => results.every((result) => result.success);
  const results = context.store.transaction(attempt, succeeded);
  return succeeded(results)
    ? results
    : results.map((result, place) => rolledBack(result, tasks[place], options));
}

function runTask(context: OrgContext, task: RecordTask, failure?: { created: false }): CollectionResult {
  try {
    return context.store.transaction(task.run);
  } catch (error) {
    if (!(error instanceof ApiFault)) throw error;
    return { success: false, errors: error.entries.map(recordError), ...failure };
  }
}

function rolledBack(
  result: CollectionResult,
  task: RecordTask | undefined,
  options: { failure?: { created: false } },
): CollectionResult {
  if (!result.success) return result;
  const id = task?.id === undefined ? {} : { id: task.id };
  return { ...id, success: false, errors: [ROLLED_BACK], ...options.failure };
}

/** An error as results write it that stand beside others: those of collections, trees, approvals, workflow rules. */
export function recordError({ errorCode, message, fields }: FaultEntry): RecordError {
  return { statusCode: errorCode, message, fields: fields ?? [] };
}

/** The records of a collection's body, checked for their number and their order by type. */
export function readRecords(call: ApiCall): { records: readonly JsonObject[]; allOrNone: boolean } {
  const body = call.body();
  if (!isJsonObject(body) || !Array.isArray(body.records)) {
    throw jsonParserError("The request body must hold an array called records.");
  }
  refuseTooMany(body.records.length, MAX_RECORDS);
  const files = call.files();
  const records = body.records.filter(isJsonObject).map((record) => withFile(record, files));
  if (records.length < body.records.length)
    throw jsonParserError("Can not deserialize SObject out of the records");
  refuseManyChunks(records);
  return { records, allOrNone: body.allOrNone === true };
}

export function refuseTooMany(count: number, most: number): void {
  if (count <= most) return;
  const message = `record limit reached. cannot submit more than ${most} records into this call`;
  throw requestFault(400, "EXCEEDED_ID_LIMIT", message);
}

function refuseManyChunks(records: readonly JsonObject[]): void {
  let chunks = 0;
  let last: string | undefined;
  for (const record of records) {
    const type = jsonObjectType(record);
    if (chunks === 0 || type !== last) chunks += 1;
    last = type;
  }
  if (chunks <= MAX_CHUNKS) return;
  const message =
    `Cannot have more than ${MAX_CHUNKS} chunks in a single operation. ` +
    "Please rearrange the data to reduce chunking.";
  throw requestFault(400, "LIMIT_EXCEEDED", message);
}

/** The object a record of a collection says it is. */
export function requireType(context: OrgContext, record: JsonObject): ObjectInfo {
  const type = jsonObjectType(record);
  if (type === undefined) {
    throw jsonParserError(
      "Nested object for polymorphic foreign key must have an attributes field before any other fields.",
    );
  }
  const object = context.catalog.find(type);
  if (object === undefined) throw recordFault("INVALID_TYPE", `sObject type '${type}' is not supported.`);
  return object;
}
