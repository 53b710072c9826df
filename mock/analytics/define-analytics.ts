import { isOrgtypeError } from "../../src/errors.js";
import { ApiFault } from "../http/fault.js";
import type { JsonObject } from "../http/json-body.js";
import type { OrgContext } from "../org-context.js";
import { analyticsRecords } from "./analytics-records.js";
import type { DashboardDefinitions } from "./dashboard-definition.js";
import { insertDashboard } from "./dashboard-records.js";
import { publicFolder } from "./folders.js";
import type { ReportDefinitions } from "./report-definition.js";
import { createReport } from "./report-records.js";

/**
 * Puts in the reports and dashboards that an org is made with, unless it has them already.
 *
 * @throws TypeError where one cannot be
 */
export function defineAnalytics(
  context: OrgContext,
  reports: ReportDefinitions,
  dashboards: DashboardDefinitions,
): void {
  const known = namesOf(context, "Report");
  for (const [developerName, { name = developerName, ...report }] of Object.entries(reports)) {
    if (known.has(developerName)) continue;
    const given: JsonObject = { ...report, name, developerName };
    try {
      createReport(context, given, undefined, publicFolder(context));
    } catch (error) {
      if (!(error instanceof ApiFault) && !isOrgtypeError(error)) throw error;
      throw new TypeError(`The report ${developerName} cannot be: ${error.message}`);
    }
  }
  defineDashboards(context, dashboards);
}

function defineDashboards(context: OrgContext, dashboards: DashboardDefinitions): void {
  const known = namesOf(context, "Dashboard");
  const reportIds = namesOf(context, "Report");
  for (const [developerName, dashboard] of Object.entries(dashboards)) {
    if (known.has(developerName)) continue;
    const { title = developerName, description = null, components } = dashboard;
    insertDashboard(context, {
      title,
      developerName,
      description,
      folderId: context.organizationId,
      components: components.map(({ report, visualizationType = "Table", ...texts }) => {
        const reportId = reportIds.get(report);
        if (reportId === undefined) {
          throw new TypeError(
            `The dashboard ${developerName} shows ${report}, which is none of the reports.`,
          );
        }
        const { header = null, title: of = null, footer = null } = texts;
        return { reportId, header, title: of, footer, visualizationType };
      }),
    });
  }
}

/** The ids of those there are, by their unique names. */
function namesOf(context: OrgContext, object: "Report" | "Dashboard"): Map<string, string> {
  return new Map(
    analyticsRecords(context, object).map(({ id, values }) => [String(values.DeveloperName), id]),
  );
}
