import { requestFault } from "../http/fault.js";
import { expectObject } from "../http/json-body.js";
import type { OrgContext } from "../org-context.js";
import type { RoutedCall } from "../routes/route.js";
import { parseSoql } from "../soql/parse.js";
import { runQuery } from "../soql/run-query.js";
import { invalidJob, readFormat } from "./csv-format.js";
import { queryColumns } from "./query-columns.js";
import type { QueryJob } from "./query-job.js";

const KEY_PREFIX = "750";
const DAILY_JOBS = "DailyBulkV2QueryJobs";

/** Makes a job of the body of a request. Throws the refusal Salesforce would answer. */
export function createQueryJob(call: RoutedCall, context: OrgContext): QueryJob {
  const body = expectObject(call.body(), "QueryJob");
  const { operation, query: soql } = body;
  if (operation !== "query" && operation !== "queryAll") {
    throw invalidJob(`Unsupported operation: ${String(operation)}`);
  }
  if (typeof soql !== "string" || soql.trim() === "") throw invalidJob("A query must be specified");
  const now = context.now();
  const format = readFormat(body);
  const parsed = parseSoql(soql);
  const columns = queryColumns(context, parsed, call.version);
  const { cursors } = context;
  const { dataPath } = call;
  const includeDeleted = operation === "queryAll";
  const results = runQuery({ context, cursors, includeDeleted, dataPath, batchSize: 2_000 }, soql);
  spendJob(context);
  return {
    id: context.ids.next(KEY_PREFIX),
    operation,
    object: context.catalog.find(parsed.sObject ?? "")?.name ?? "",
    createdById: context.userId,
    createdDate: now,
    apiVersion: call.version,
    format,
    systemModstamp: now,
    state: "UploadComplete",
    processed: 0,
    failed: 0,
    processingMs: context.now().getTime() - now.getTime(),
    errorMessage: undefined,
    columns,
    results,
  };
}

function spendJob({ limits }: OrgContext): void {
  if (limits.spend(DAILY_JOBS)) return;
  const max = limits.table()[DAILY_JOBS]?.Max;
  throw requestFault(400, "LIMIT_EXCEEDED", `Max bulk v2 query jobs (${max}) per 24 hrs has been reached`);
}
