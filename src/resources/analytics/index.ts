import { methodsOnDemand } from "../../async/methods-on-demand.js";
import { remembered } from "../../async/remembered.js";
import type { AnalyticsParts } from "./analytics-parts.js";
import type { Dashboards } from "./dashboards.js";
import type { Reports } from "./reports.js";

/** `sf.reports` and `sf.dashboards`. The code behind them is loaded when one is first used. */
export function createAnalytics(parts: AnalyticsParts): {
  readonly reports: Reports;
  readonly dashboards: Dashboards;
} {
  const load = remembered(async () => (await import("./create-analytics.js")).analyticsOf(parts));
  const reports = [
    "list",
    "describe",
    "run",
    "query",
    "types",
    "describeType",
    "runAsync",
    "start",
    "instances",
    "instance",
    "waitFor",
    "deleteInstance",
    "create",
    "save",
    "clone",
    "delete",
  ] as const;
  const dashboards = [
    "list",
    "describe",
    "results",
    "components",
    "status",
    "startRefresh",
    "refresh",
    "clone",
    "delete",
  ] as const;
  return {
    reports: methodsOnDemand(reports, async () => (await load()).reports),
    dashboards: methodsOnDemand(dashboards, async () => (await load()).dashboards),
  };
}
