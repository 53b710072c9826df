import { badRequest, notImplemented } from "../analytics/analytics-fault.js";
import { contentOf } from "../analytics/analytics-records.js";
import { componentData, componentStatus, dashboardMetadata } from "../analytics/dashboard-answer.js";
import type { DashboardContent } from "../analytics/dashboard-content.js";
import {
  deleteDashboard,
  insertDashboard,
  listedDashboards,
  lookAtDashboard,
  requireDashboard,
  startRefresh,
} from "../analytics/dashboard-records.js";
import { type Answer, json, noContent } from "../http/call.js";
import { expectObject } from "../http/json-body.js";
import type { OrgContext } from "../org-context.js";
import { param, type Route, type RoutedCall } from "./route.js";

/** The dashboards that the user sees, and copies of them. */
export const dashboards: Route = {
  path: "/services/data/{version}/analytics/dashboards",
  methods: {
    GET: ({ dataPath }, context) =>
      json(
        listedDashboards(context).map(({ id, values }) => {
          const url = `${dataPath}/analytics/dashboards/${id}`;
          return { id, name: values.Title, statusUrl: `${url}/status`, url };
        }),
      ),
    POST: clone,
  },
};

/** A dashboard with its data, and refreshing it. */
export const dashboard: Route = {
  path: "/services/data/{version}/analytics/dashboards/{id}",
  methods: {
    GET: (call, context) => results(call, context),
    POST: (call, context) => {
      const { componentIds } = expectObject(call.body(), "DashboardComponents");
      if (componentIds === undefined || componentIds === null) return results(call, context);
      if (!Array.isArray(componentIds)) throw badRequest("The component IDs must be an array.");
      return results(call, context, componentIds);
    },
    PUT: (call, context) => {
      startRefresh(context, viewed(call, context));
      return json({ statusUrl: `${call.dataPath}/analytics/dashboards/${param(call, "id")}/status` });
    },
    DELETE: (call, context) => {
      deleteDashboard(context, requireDashboard(context, param(call, "id")));
      return noContent();
    },
  },
};

export const dashboardDescribe: Route = {
  path: "/services/data/{version}/analytics/dashboards/{id}/describe",
  methods: {
    GET: (call, context) =>
      json(dashboardMetadata(context, requireDashboard(context, param(call, "id")), call.dataPath)),
  },
};

export const dashboardStatus: Route = {
  path: "/services/data/{version}/analytics/dashboards/{id}/status",
  methods: {
    GET: (call, context) => json(componentStatus(lookAtDashboard(context, viewed(call, context)))),
  },
};

function results(call: RoutedCall, context: OrgContext, componentIds?: readonly unknown[]): Answer {
  const record = viewed(call, context);
  const { components, isRefreshing } = contentOf<DashboardContent>(record);
  const unknown = componentIds?.find((id) => !components.some((component) => component.id === id));
  if (unknown !== undefined) throw badRequest(`The dashboard has no component ${unknown}.`);
  const wanted = components.filter(({ id }) => componentIds === undefined || componentIds.includes(id));
  return json({
    componentData: componentData(wanted, isRefreshing),
    dashboardMetadata: dashboardMetadata(context, record, call.dataPath),
  });
}

/** The dashboard as the request wants to see it. */
function viewed(call: RoutedCall, context: OrgContext) {
  for (const name of ["runningUser", "filter1", "filter2", "filter3"]) {
    if (call.query.has(name)) throw notImplemented("filters and other running users of dashboards");
  }
  return requireDashboard(context, param(call, "id"));
}

function clone(call: RoutedCall, context: OrgContext): Answer {
  const cloneId = call.query.get("cloneId");
  if (!cloneId) throw badRequest("The clone request must contain a valid cloneId parameter.");
  const original = requireDashboard(context, cloneId);
  const { name, folderId } = expectObject(call.body(), "Dashboard");
  const { Title, Description, FolderId } = original.values;
  const copy = insertDashboard(context, {
    title: typeof name === "string" ? name : String(Title),
    description: Description === null ? null : String(Description),
    folderId: folderId ?? FolderId,
    components: contentOf<DashboardContent>(original).components,
  });
  return json(dashboardMetadata(context, copy, call.dataPath));
}
