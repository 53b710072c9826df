import { DecodeError } from "../../errors.js";
import { nothing, type Operation, operation } from "../../http/operation.js";
import type { ReportDescribe, WireReportInstance, WireReportResult } from "../../http/schemas.js";
import type { ListedReport, ReportInstance, ReportTypeCategory } from "./reports.js";

export interface ReportBody {
  readonly reportMetadata: Record<string, unknown>;
}

/** `GET /analytics/reports`. */
export function listReports(): Operation<ListedReport[]> {
  return operation("get", "/analytics/reports", {}, (reports) =>
    reports.map(({ id, name }) => ({ id, name })),
  );
}

/** `GET /analytics/reports/{id}/describe`. */
export function describeReport(id: string): Operation<ReportDescribe> {
  return operation("get", "/analytics/reports/{id}/describe", { path: { id } });
}

/** `GET /analytics/reports/{id}`, or `POST` where something is changed. Either only reads. */
export function runReport(
  id: string,
  body: ReportBody | undefined,
  includeDetails: boolean,
): Operation<WireReportResult> {
  const parts = { path: { id }, query: { includeDetails } };
  if (body === undefined) return operation("get", "/analytics/reports/{id}", parts, checkResult);
  return operation("post", "/analytics/reports/{id}", { ...parts, body, repeatable: true }, checkResult);
}

/** `POST /analytics/reports/query`, which only reads. */
export function queryReport(body: ReportBody, includeDetails: boolean): Operation<WireReportResult> {
  const parts = { query: { includeDetails }, body, repeatable: true };
  return operation("post", "/analytics/reports/query", parts, checkResult);
}

/** `GET /analytics/reportTypes`. */
export function listReportTypes(): Operation<ReportTypeCategory[]> {
  return operation("get", "/analytics/reportTypes", {}, (categories) =>
    categories.map(({ label, reportTypes }) => ({
      label,
      reportTypes: reportTypes.map(({ type, label: name }) => ({ type, label: name })),
    })),
  );
}

/** `GET /analytics/reportTypes/{type}`. */
export function describeReportType(type: string): Operation<ReportDescribe> {
  return operation("get", "/analytics/reportTypes/{type}", { path: { type } });
}

/** `POST /analytics/reports/{id}/instances`. Done twice, it is run twice. */
export function startReport(
  id: string,
  body: ReportBody | undefined,
  includeDetails: boolean,
): Operation<ReportInstance> {
  const parts = { path: { id }, query: { includeDetails }, body: body ?? { reportMetadata: {} } };
  const sent = operation("post", "/analytics/reports/{id}/instances", parts, toInstance);
  // As it is saved: Salesforce takes no body for that.
  return body === undefined ? { ...sent, body: undefined } : sent;
}

/** `GET /analytics/reports/{id}/instances`. */
export function listInstances(id: string): Operation<ReportInstance[]> {
  return operation("get", "/analytics/reports/{id}/instances", { path: { id } }, (runs) =>
    runs.map(toInstance),
  );
}

/** `GET /analytics/reports/{id}/instances/{instanceId}`. */
export function getInstance(id: string, instanceId: string): Operation<WireReportInstance> {
  const decode = (body: WireReportInstance) => {
    if (typeof body?.attributes?.status === "string") return body;
    throw wrongAnswer("An asynchronous run of a report came without its status.");
  };
  return operation(
    "get",
    "/analytics/reports/{id}/instances/{instanceId}",
    { path: { id, instanceId } },
    decode,
  );
}

/** `DELETE /analytics/reports/{id}/instances/{instanceId}`. */
export function deleteInstance(id: string, instanceId: string): Operation<void> {
  const path = { id, instanceId };
  return operation("delete", "/analytics/reports/{id}/instances/{instanceId}", { path }, nothing);
}

/** `POST /analytics/reports`. Done twice, there are two. */
export function createReport(body: ReportBody, cloneId?: string): Operation<ReportDescribe> {
  return operation("post", "/analytics/reports", {
    body,
    ...(cloneId !== undefined && { query: { cloneId } }),
  });
}

/** `PATCH /analytics/reports/{id}`. */
export function saveReport(id: string, body: ReportBody): Operation<ReportDescribe> {
  return operation("patch", "/analytics/reports/{id}", { path: { id }, body });
}

/** `DELETE /analytics/reports/{id}`. */
export function deleteReport(id: string): Operation<void> {
  return operation("delete", "/analytics/reports/{id}", { path: { id } }, nothing);
}

/** @throws DecodeError where it is no answer of a report that was run */
export function checkResult(body: WireReportResult): WireReportResult {
  if (isReportResult(body)) return body;
  throw wrongAnswer("Salesforce did not answer with the results of a report.");
}

/** Whether it has what rows and groups are read of: joined reports have that block by block. */
export function isReportResult(body: Partial<WireReportResult> | null | undefined): body is WireReportResult {
  const { factMap, reportMetadata } = body ?? {};
  if (typeof reportMetadata !== "object" || reportMetadata === null) return false;
  return reportMetadata.reportFormat === "MULTI_BLOCK" || (typeof factMap === "object" && factMap !== null);
}

function toInstance({ id, status, ownerId, requestDate, completionDate }: ReportInstance): ReportInstance {
  return { id, status, ownerId, requestDate, completionDate };
}

function wrongAnswer(message: string): DecodeError {
  return new DecodeError("decode.report", message);
}
