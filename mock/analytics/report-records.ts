import { datetimeText } from "../dml/date-text.js";
import { isJsonObject, type JsonObject } from "../http/json-body.js";
import type { OrgContext } from "../org-context.js";
import { byChange } from "../records/recent-records.js";
import type { StoredRecord, Value } from "../store/table.js";
import { badRequest, forbidden, unavailable } from "./analytics-fault.js";
import {
  analyticsRecords,
  changeContent,
  contentOf,
  developerNameOf,
  insertContent,
  requireAnalytics,
} from "./analytics-records.js";
import type { DashboardContent } from "./dashboard-content.js";
import { type Folder, folderOf, isSeen } from "./folders.js";
import { changedMetadata, type ReportMetadata } from "./report-metadata.js";
import { compileReport } from "./run-report.js";

/** As many as a list holds. */
const MOST_LISTED = 200;

const FORMATS: Readonly<Record<string, string>> = {
  TABULAR: "Tabular",
  SUMMARY: "Summary",
  MATRIX: "Matrix",
};

/** The saved report at an id, as it is; throws where the user sees none. */
export function requireReport(
  context: OrgContext,
  id: string,
): { readonly record: StoredRecord; readonly metadata: ReportMetadata } {
  const record = requireAnalytics(context, "Report", id);
  if (!isSeen(context, record)) throw unavailable();
  return { record, metadata: contentOf(record) };
}

/** The reports that the user sees, the latest change first. */
export function listedReports(context: OrgContext): StoredRecord[] {
  const seen = analyticsRecords(context, "Report").filter((record) => isSeen(context, record));
  return seen.sort(byChange).slice(0, MOST_LISTED);
}

/** Saves a new report and gives it as it then is. */
export function createReport(
  context: OrgContext,
  given: JsonObject,
  from?: ReportMetadata,
  folder: Folder = folderOf(context, given.folderId),
): ReportMetadata {
  const { reportType } = given;
  const named = { ...given, name: nameIn(given) };
  if (from === undefined && !isJsonObject(reportType) && typeof reportType !== "string") {
    throw badRequest("The report type can't be null.");
  }
  const developerName =
    typeof given.developerName === "string"
      ? given.developerName
      : developerNameOf(context, "Report", named.name);
  const metadata = compileReport(context, changedMetadata({ ...named, developerName }, from)).metadata;
  let saved = metadata;
  insertContent(context, "Report", reportFields(metadata, folder), (id) => {
    saved = { ...metadata, developerName, folderId: folder.id, id };
    return saved;
  });
  return saved;
}

/** Changes a saved report, which ends its asynchronous runs. */
export function saveReport(context: OrgContext, id: string, changes: JsonObject): ReportMetadata {
  const { record, metadata } = requireReport(context, id);
  const folder = folderOf(context, changes.folderId ?? metadata.folderId);
  const name = changes.name === undefined ? metadata.name : nameIn(changes);
  const changed = changedMetadata({ ...changes, name, id: record.id, folderId: folder.id }, metadata);
  const saved = compileReport(context, changed).metadata;
  changeContent(context, "Report", record, saved, reportFields(saved, folder));
  for (const run of context.store.table("ReportInstance").all()) {
    if (run.values.ReportId === record.id) context.store.erase("ReportInstance", run.id);
  }
  return saved;
}

/** Throws where a dashboard shows it. */
export function deleteReport(context: OrgContext, id: string): void {
  const { record } = requireReport(context, id);
  const shown = analyticsRecords(context, "Dashboard").some((dashboard) =>
    contentOf<DashboardContent>(dashboard).components.some(({ reportId }) => reportId === record.id),
  );
  if (shown) {
    throw forbidden("The report can't be deleted because there are one or more dashboards referencing it.");
  }
  context.store.replace("Report", record, { IsDeleted: true });
}

/** Notes that a report was run. */
export function noteRun(context: OrgContext, record: StoredRecord): void {
  context.store.replace("Report", record, { LastRunDate: datetimeText(context.now()) });
}

function nameIn({ name }: JsonObject): string {
  if (typeof name === "string" && name !== "") return name;
  throw badRequest("The report name can't be null.");
}

function reportFields(metadata: ReportMetadata, folder: Folder): Record<string, Value> {
  return {
    Name: metadata.name,
    Description: metadata.description,
    DeveloperName: metadata.developerName,
    Format: FORMATS[metadata.reportFormat] ?? metadata.reportFormat,
    OwnerId: folder.id,
    FolderName: folder.name,
  };
}
