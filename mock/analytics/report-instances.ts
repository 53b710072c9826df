import { datetimeText } from "../dml/date-text.js";
import { ApiFault } from "../http/fault.js";
import type { OrgContext } from "../org-context.js";
import type { StoredRecord, Value } from "../store/table.js";
import { badRequest, unavailable } from "./analytics-fault.js";
import {
  analyticsRecords,
  changeContent,
  contentOf,
  insertContent,
  requireAnalytics,
} from "./analytics-records.js";
import { extendedMetadata } from "./report-describe.js";
import type { ReportMetadata } from "./report-metadata.js";
import { noteRun, requireReport } from "./report-records.js";
import { compileReport, type ReportRun, runReport } from "./run-report.js";

const KEPT_MS = 24 * 60 * 60 * 1_000;
const MOST_LISTED = 2_000;

/** What an asynchronous run keeps beside its fields. */
interface InstanceContent {
  readonly metadata: ReportMetadata;
  readonly hasDetailRows: boolean;
  /** What it gave. */
  readonly result?: object;
}

/** Starts a run, which is done when it is first looked at, and has ended at the next look. */
export function startInstance(
  context: OrgContext,
  reportId: string,
  content: InstanceContent,
  dataPath: string,
): object {
  const values = { ReportId: reportId, OwnerId: context.userId, ...requested(context) };
  const id = insertContent(context, "ReportInstance", values, () => content);
  return instanceAnswer(requireAnalytics(context, "ReportInstance", id), dataPath);
}

function requested(context: OrgContext): Record<string, Value> {
  return { Status: "New", RequestDate: secondsOf(context.now()), CompletionDate: null };
}

/** The runs of a report of the last 24 hours, the latest first. */
export function listedInstances(context: OrgContext, reportId: string, dataPath: string): object[] {
  return analyticsRecords(context, "ReportInstance")
    .filter((record) => record.values.ReportId === reportId && isKept(context, record))
    .reverse()
    .slice(0, MOST_LISTED)
    .map((record) => instanceAnswer(record, dataPath));
}

export function requireInstance(context: OrgContext, reportId: string, id: string): StoredRecord {
  const record = requireAnalytics(context, "ReportInstance", id);
  if (record.values.ReportId !== reportId || !isKept(context, record)) throw unavailable();
  return record;
}

/** How far a run is, and what it gave. Each look brings it on. */
export function lookAtInstance(context: OrgContext, record: StoredRecord): object {
  const { status, content } = broughtOn(context, record);
  const { values } = requireAnalytics(context, "ReportInstance", record.id);
  return {
    attributes: {
      completionDate: values.CompletionDate ?? null,
      id: record.id,
      ownerId: values.OwnerId,
      queryable: false,
      reportId: values.ReportId,
      reportName: content.metadata.name,
      requestDate: values.RequestDate,
      status,
      type: "ReportInstance",
    },
    ...(status === "Success"
      ? content.result
      : {
          allData: false,
          factMap: {},
          hasDetailRows: content.hasDetailRows,
          reportMetadata: content.metadata,
        }),
  };
}

/** Throws for a run that has not ended. */
export function deleteInstance(context: OrgContext, record: StoredRecord): void {
  const { Status } = record.values;
  if (Status !== "Success" && Status !== "Error") {
    throw badRequest(`The report instance has the status ${Status} and cannot be deleted yet.`);
  }
  context.store.erase("ReportInstance", record.id);
}

function broughtOn(context: OrgContext, record: StoredRecord) {
  const content = contentOf<InstanceContent>(record);
  const before = String(record.values.Status);
  if (before === "New") {
    const result = resultOf(context, content);
    const done = { ...content, ...(result !== undefined && { result }) };
    changeContent(context, "ReportInstance", record, done, { Status: "Running" });
    return { status: "Running", content };
  }
  if (before !== "Running") return { status: before, content };
  const status = content.result === undefined ? "Error" : "Success";
  const values = { Status: status, CompletionDate: secondsOf(context.now()) };
  changeContent(context, "ReportInstance", record, content, values);
  return { status, content };
}

/** Undefined where the report cannot be run. */
function resultOf(context: OrgContext, { metadata, hasDetailRows }: InstanceContent): object | undefined {
  try {
    const report = compileReport(context, metadata);
    noteRun(context, requireReport(context, metadata.id ?? "").record);
    const run: ReportRun = runReport(context, report, hasDetailRows);
    return { ...run, reportExtendedMetadata: extendedMetadata(report), reportMetadata: report.metadata };
  } catch (error) {
    if (error instanceof ApiFault) return undefined;
    throw error;
  }
}

function instanceAnswer({ id, values, ...record }: StoredRecord, dataPath: string): object {
  return {
    completionDate: values.CompletionDate,
    hasDetailRows: contentOf<InstanceContent>({ id, values, ...record }).hasDetailRows,
    id,
    ownerId: values.OwnerId,
    queryable: false,
    requestDate: values.RequestDate,
    status: values.Status,
    url: `${dataPath}/analytics/reports/${values.ReportId}/instances/${id}`,
  };
}

function isKept({ now }: OrgContext, { values }: StoredRecord): boolean {
  return now().getTime() - Date.parse(String(values.RequestDate)) < KEPT_MS;
}

/** Whole seconds, as runs tell them. */
function secondsOf(date: Date): string {
  return datetimeText(date).replace(".000+0000", "Z");
}
