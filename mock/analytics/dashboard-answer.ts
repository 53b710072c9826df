import type { OrgContext } from "../org-context.js";
import type { StoredRecord } from "../store/table.js";
import { contentOf } from "./analytics-records.js";
import type { ComponentContent, DashboardContent } from "./dashboard-content.js";

/** A dashboard without data. */
export function dashboardMetadata({ store }: OrgContext, record: StoredRecord, dataPath: string): object {
  const { id, values } = record;
  const { components } = contentOf<DashboardContent>(record);
  const user = store.table("User").get(String(values.RunningUserId));
  return {
    attributes: {
      dashboardId: id,
      dashboardName: values.Title,
      statusUrl: `${dataPath}/analytics/dashboards/${id}/status`,
      type: "Dashboard",
    },
    canChangeRunningUser: false,
    components: components.map(componentMetadata),
    dashboardType: values.Type,
    description: values.Description,
    developerName: values.DeveloperName,
    filters: [],
    folderId: values.FolderId,
    id,
    layout: { columns: [{ components: components.map((_, place) => place) }], gridLayout: false },
    name: values.Title,
    runningUser: { displayName: user?.values.Name ?? null, id: values.RunningUserId },
  };
}

function componentMetadata(component: ComponentContent, place: number): object {
  const { id, reportId, header, title, footer, visualizationType } = component;
  return {
    componentData: place,
    footer,
    header,
    id,
    properties: {
      aggregates: [],
      autoSelectColumns: true,
      groupings: null,
      maxRows: null,
      sort: null,
      useReportChart: false,
      visualizationProperties: {},
      visualizationType,
    },
    reportId,
    title,
    type: "Report",
  };
}

/** What components showed at the last refresh. */
export function componentData(components: readonly ComponentContent[], isRefreshing: boolean): object[] {
  return components.map(({ id, refreshDate, result, error }) => ({
    componentId: id,
    reportResult: result,
    status: {
      dataStatus: error !== null ? "ERROR" : result === null ? "NODATA" : "DATA",
      errorCode: error?.errorCode ?? null,
      errorMessage: error?.errorMessage ?? null,
      errorSeverity: error === null ? null : "Error",
      refreshDate,
      refreshStatus: isRefreshing ? "RUNNING" : "IDLE",
    },
  }));
}

export function componentStatus({ components, isRefreshing }: DashboardContent): object {
  return {
    componentStatus: components.map(({ id, refreshDate }) => ({
      componentId: id,
      refreshDate,
      refreshStatus: isRefreshing ? "RUNNING" : "IDLE",
    })),
  };
}
