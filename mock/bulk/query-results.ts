import type { Answer } from "../http/call.js";
import { requestFault } from "../http/fault.js";
import type { RoutedCall } from "../routes/route.js";
import type { QueryColumn, QueryJob } from "./query-job.js";
import { writeCsv } from "./write-csv.js";

/** Rows of a page where the caller does not say how many. */
const DEFAULT_ROWS = 50_000;
const LISTED_PAGES = 5;
const OPAQUE_SINCE = 49;
const DATETIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3})\+0000$/;

/** A page of a job's rows as CSV, with where the next one is. */
export function resultsAnswer(job: QueryJob, call: RoutedCall): Answer {
  refuseTooEarly(job);
  refuseOtherVersion(job, call);
  const from = offsetOf(job, call.query.get("locator"));
  const to = Math.min(from + rowsAsked(call.query.get("maxRecords")), job.results.length);
  const rows = job.results.rows(from, to).map((row) => job.columns.map((column) => textAt(row, column)));
  const data = writeCsv(
    job.format,
    job.columns.map((column) => column.join(".")),
    rows,
  );
  const headers = {
    "Sforce-Locator": to < job.results.length ? locatorOf(job, to) : "null",
    "Sforce-NumberOfRecords": String(rows.length),
  };
  return { status: 200, headers, content: { type: "text/csv", data } };
}

/** Where a job's pages are, up to five at a time. */
export function resultPages(job: QueryJob, call: RoutedCall) {
  refuseTooEarly(job);
  const base = `${call.dataPath}/jobs/query/${job.id}`;
  const first = offsetOf(job, call.query.get("locator"));
  const starts: number[] = [];
  for (let at = first; starts.length < LISTED_PAGES; at += DEFAULT_ROWS) {
    if (at > 0 && at >= job.results.length) break;
    starts.push(at);
  }
  const next = first + LISTED_PAGES * DEFAULT_ROWS;
  const done = next >= job.results.length;
  return {
    resultPages: starts.map((at) => ({
      resultUrl: at === 0 ? `${base}/results` : `${base}/results?locator=${locatorOf(job, at)}`,
    })),
    nextRecordsUrl: done ? null : `${base}/resultPages?locator=${locatorOf(job, next)}`,
    done,
  };
}

function refuseTooEarly({ state }: QueryJob): void {
  if (state === "JobComplete") return;
  const status = state.replace(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase();
  const message = `can only download query results of successfully completed bulk job with status: JOB_COMPLETE. Current status: ${status}`;
  throw requestFault(412, "JOB_NOT_COMPLETE", message);
}

function refuseOtherVersion(job: QueryJob, call: RoutedCall): void {
  if (job.apiVersion === call.version) return;
  const message = `The job was made under API version ${job.apiVersion}, and its results are given under it only`;
  throw requestFault(409, "API_VERSION_MISMATCH", message);
}

/** The number of rows before the page, opaque to clients. */
function locatorOf(job: QueryJob, offset: number): string {
  const text = String(offset);
  return hasOpenLocators(job) ? text : btoa(text).replace(/=+$/, "");
}

function hasOpenLocators({ apiVersion }: QueryJob): boolean {
  return Number(apiVersion) < OPAQUE_SINCE;
}

function offsetOf(job: QueryJob, locator: string | null): number {
  if (locator === null || locator === "") return 0;
  const { results } = job;
  const text = hasOpenLocators(job) ? locator : decoded(locator);
  const offset = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (offset <= results.length) return offset;
  throw requestFault(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
}

function decoded(locator: string): string {
  try {
    return atob(locator);
  } catch {
    return "";
  }
}

function rowsAsked(text: string | null): number {
  if (text === null) return DEFAULT_ROWS;
  const rows = Number(text);
  if (Number.isInteger(rows) && rows >= 1) return rows;
  throw requestFault(400, "ILLEGAL_QUERY_PARAMETER_VALUE", "maxRecords must be a whole number of at least 1");
}

function textAt(row: unknown, column: QueryColumn): string {
  let value = row;
  for (const key of column) value = (value as Record<string, unknown> | null)?.[key] ?? null;
  if (value === null) return "";
  return String(value).replace(DATETIME, "$1Z");
}
