import { createSend } from "../../http/pipeline.js";
import type { AnalyticsParts } from "./analytics-parts.js";
import { dashboardsOf } from "./create-dashboards.js";
import { reportsOf } from "./create-reports.js";

/** Answers of reports hold no records, so nothing is looked for in them. */
export function analyticsOf({ handler, apiVersion, headers, hints }: AnalyticsParts) {
  const send = createSend(handler, { apiVersion, headers, ...(hints && { hints }) });
  return { reports: reportsOf(send), dashboards: dashboardsOf(send) };
}
