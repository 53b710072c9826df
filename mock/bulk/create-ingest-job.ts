import type { ObjectInfo } from "../catalog/object-info.js";
import { requestFault } from "../http/fault.js";
import { expectObject, type JsonObject } from "../http/json-body.js";
import type { OrgContext } from "../org-context.js";
import type { RoutedCall } from "../routes/route.js";
import { invalidJob, readFormat } from "./csv-format.js";
import type { IngestJob, IngestOperation } from "./ingest-job.js";

const KEY_PREFIX = "750";

/** Opens a job as the body of a request says. Throws the refusal Salesforce would answer. */
export function createIngestJob(call: RoutedCall, context: OrgContext): IngestJob {
  const body = expectObject(call.body(), "Job");
  const operation = operationOf(body);
  const object = context.catalog.find(String(body.object ?? ""));
  if (object === undefined) {
    throw requestFault(400, "INVALIDENTITY", `Unable to find object: ${String(body.object)}`);
  }
  const externalIdFieldName = textOf(body, "externalIdFieldName");
  if (operation === "upsert") checkKey(object, externalIdFieldName);
  const now = context.now();
  return {
    id: context.ids.next(KEY_PREFIX),
    operation,
    object: object.name,
    createdById: context.userId,
    createdDate: now,
    apiVersion: call.version,
    format: readFormat(body),
    externalIdFieldName,
    assignmentRuleId: textOf(body, "assignmentRuleId"),
    systemModstamp: now,
    state: "Open",
    processed: 0,
    failed: 0,
    processingMs: 0,
    errorMessage: undefined,
    upload: undefined,
    columns: [],
    outcomes: [],
    unprocessed: [],
  };
}

function checkKey(object: ObjectInfo, name: string | undefined): void {
  if (name === undefined) {
    throw invalidJob(
      `External ID was blank for ${object.name}. An External ID must be specified for upsert.`,
    );
  }
  const field = object.field(name);
  if (field !== undefined && (field.externalId || field.idLookup || field.type === "id")) return;
  throw invalidJob(`InvalidExternalId : ${name} is no external id of ${object.name}`);
}

const OPERATIONS: readonly IngestOperation[] = ["insert", "update", "upsert", "delete", "hardDelete"];

function operationOf({ operation }: JsonObject): IngestOperation {
  const known = OPERATIONS.find((candidate) => candidate === operation);
  if (known !== undefined) return known;
  throw invalidJob(`Unsupported operation: ${String(operation)}`);
}

function textOf(body: JsonObject, key: string): string | undefined {
  const value = body[key];
  return typeof value === "string" && value !== "" ? value : undefined;
}
