import { DecodeError } from "../../errors.js";
import { nothing, type Operation, operation } from "../../http/operation.js";
import type { DashboardMetadata, WireDashboardResult } from "../../http/schemas.js";
import type { ComponentStatus, ListedDashboard } from "./dashboards.js";

/** Whose data, and which, as it is sent. */
export interface ViewQuery {
  readonly runningUser?: string;
  readonly filter1?: string;
  readonly filter2?: string;
  readonly filter3?: string;
}

/** `GET /analytics/dashboards`. */
export function listDashboards(): Operation<ListedDashboard[]> {
  return operation("get", "/analytics/dashboards", {}, (dashboards) =>
    dashboards.map(({ id, name }) => ({ id, name })),
  );
}

/** `GET /analytics/dashboards/{id}/describe`. */
export function describeDashboard(id: string): Operation<DashboardMetadata> {
  return operation("get", "/analytics/dashboards/{id}/describe", { path: { id } });
}

/** `GET /analytics/dashboards/{id}`. */
export function getDashboard(id: string, query: ViewQuery): Operation<WireDashboardResult> {
  return operation("get", "/analytics/dashboards/{id}", { path: { id }, query }, checkDashboard);
}

/** `POST /analytics/dashboards/{id}`, which only reads. */
export function getComponents(id: string, componentIds: readonly string[]): Operation<WireDashboardResult> {
  const parts = { path: { id }, body: { componentIds: [...componentIds] }, repeatable: true };
  return operation("post", "/analytics/dashboards/{id}", parts, checkDashboard);
}

/** `GET /analytics/dashboards/{id}/status`. */
export function getStatus(id: string, query: ViewQuery): Operation<ComponentStatus[]> {
  const path = "/analytics/dashboards/{id}/status";
  return operation("get", path, { path: { id }, query }, ({ componentStatus }) => componentStatus);
}

/** `PUT /analytics/dashboards/{id}`. Each counts against what an org may refresh in an hour. */
export function refreshDashboard(id: string, query: ViewQuery): Operation<void> {
  return operation("put", "/analytics/dashboards/{id}", { path: { id }, query }, nothing);
}

/** `POST /analytics/dashboards`. Done twice, there are two. */
export function cloneDashboard(
  cloneId: string,
  body: { folderId: string; name?: string },
): Operation<DashboardMetadata> {
  return operation("post", "/analytics/dashboards", { query: { cloneId }, body });
}

/** `DELETE /analytics/dashboards/{id}`. */
export function deleteDashboard(id: string): Operation<void> {
  return operation("delete", "/analytics/dashboards/{id}", { path: { id } }, nothing);
}

function checkDashboard(body: WireDashboardResult): WireDashboardResult {
  if (Array.isArray(body?.componentData) && Array.isArray(body.dashboardMetadata?.components)) return body;
  throw new DecodeError("decode.dashboard", "Salesforce did not answer with the data of a dashboard.");
}
