import { datetimeText } from "../dml/date-text.js";
import { ApiFault } from "../http/fault.js";
import type { OrgContext } from "../org-context.js";
import { byChange } from "../records/recent-records.js";
import type { StoredRecord } from "../store/table.js";
import { unavailable } from "./analytics-fault.js";
import {
  analyticsRecords,
  changeContent,
  contentOf,
  developerNameOf,
  insertContent,
  requireAnalytics,
} from "./analytics-records.js";
import type { ComponentContent, DashboardContent } from "./dashboard-content.js";
import { folderOf, isSeen } from "./folders.js";
import { extendedMetadata, reportAttributes } from "./report-describe.js";
import { requireReport } from "./report-records.js";
import { compileReport, runReport } from "./run-report.js";

const MOST_LISTED = 200;

/** A dashboard that the user sees; throws where there is none. */
export function requireDashboard(context: OrgContext, id: string): StoredRecord {
  const record = requireAnalytics(context, "Dashboard", id);
  if (!isSeen(context, record)) throw unavailable();
  return record;
}

export function listedDashboards(context: OrgContext): StoredRecord[] {
  const seen = analyticsRecords(context, "Dashboard").filter((record) => isSeen(context, record));
  return seen.sort(byChange).slice(0, MOST_LISTED);
}

/** Starts a refresh: it is done when it is first looked at, and has ended at the next look. */
export function startRefresh(context: OrgContext, record: StoredRecord): void {
  const content = contentOf<DashboardContent>(record);
  changeContent(context, "Dashboard", record, { ...content, isRefreshing: true });
}

/** Does the work of a refresh that was started. Gives the dashboard as it was before. */
export function lookAtDashboard(context: OrgContext, record: StoredRecord): DashboardContent {
  const content = contentOf<DashboardContent>(record);
  if (content.isRefreshing) {
    const components = content.components.map((component) => refreshed(context, component));
    changeContent(context, "Dashboard", record, { components, isRefreshing: false });
  }
  return content;
}

function refreshed(context: OrgContext, component: ComponentContent): ComponentContent {
  const refreshDate = datetimeText(context.now());
  try {
    const { metadata } = requireReport(context, component.reportId);
    const report = compileReport(context, metadata);
    const result = {
      attributes: reportAttributes(metadata, ""),
      ...runReport(context, report, false),
      reportExtendedMetadata: extendedMetadata(report),
      reportMetadata: { ...report.metadata, hasDetailRows: false },
    };
    return { ...component, refreshDate, result: { ...result, attributes: null }, error: null };
  } catch (error) {
    const [entry] = error instanceof ApiFault ? error.entries : [];
    if (entry === undefined) throw error;
    const { errorCode, message } = entry;
    return { ...component, refreshDate, result: null, error: { errorCode, errorMessage: message } };
  }
}

/** Puts in a dashboard. */
export function insertDashboard(
  context: OrgContext,
  { title, developerName, description, folderId, components }: NewDashboard,
): StoredRecord {
  const folder = folderOf(context, folderId);
  const values = {
    Title: title,
    DeveloperName: developerName ?? developerNameOf(context, "Dashboard", title),
    Description: description,
    FolderId: folder.id,
    FolderName: folder.name.replace("Reports", "Dashboards"),
    RunningUserId: context.userId,
    Type: "SpecifiedUser",
  };
  const content: DashboardContent = {
    components: components.map((component) => ({
      ...component,
      id: context.ids.next("01a"),
      refreshDate: null,
      result: null,
      error: null,
    })),
    isRefreshing: false,
  };
  const id = insertContent(context, "Dashboard", values, () => content);
  return requireAnalytics(context, "Dashboard", id);
}

interface NewDashboard {
  readonly title: string;
  /** Default: made of the title. */
  readonly developerName?: string;
  readonly description: string | null;
  readonly folderId: unknown;
  readonly components: readonly Pick<
    ComponentContent,
    "reportId" | "header" | "title" | "footer" | "visualizationType"
  >[];
}

/** Deletes a dashboard; its reports stay. */
export function deleteDashboard(context: OrgContext, record: StoredRecord): void {
  context.store.replace("Dashboard", record, { IsDeleted: true });
}
