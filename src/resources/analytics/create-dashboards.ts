import type { CallOptions } from "../../http/call-options.js";
import type { Send } from "../../http/pipeline.js";
import type { WireDashboardResult } from "../../http/schemas.js";
import { kindOf } from "../../settings/kind-of.js";
import { checkId, checkText, checkTexts, wrong } from "./check-args.js";
import * as requests from "./dashboard-requests.js";
import type { ComponentResult, DashboardResult, Dashboards, DashboardView } from "./dashboards.js";
import { readResult } from "./read-result.js";
import { isReportResult } from "./report-requests.js";
import { waitSettings, waitUntil } from "./wait-until.js";

const MOST_FILTERS = 3;

export function dashboardsOf(send: Send): Dashboards {
  return {
    list: async (options) => send(requests.listDashboards(), options),
    describe: async (id, options) => send(requests.describeDashboard(checkId(id, "dashboard")), options),
    async results(id, options = {}) {
      const { query, call } = viewParts(options);
      return readDashboard(await send(requests.getDashboard(checkId(id, "dashboard"), query), call));
    },
    async components(id, componentIds, options) {
      const ids = checkTexts(componentIds, "componentIds", "Give a list of ids: `describe` tells them.");
      return readDashboard(await send(requests.getComponents(checkId(id, "dashboard"), ids), options));
    },
    async status(id, options = {}) {
      const { query, call } = viewParts(options);
      return send(requests.getStatus(checkId(id, "dashboard"), query), call);
    },
    async startRefresh(id, options = {}) {
      const { query, call } = viewParts(options);
      await send(requests.refreshDashboard(checkId(id, "dashboard"), query), call);
    },
    async refresh(id, options = {}) {
      const settings = waitSettings(options);
      const { query } = viewParts(options);
      await send(requests.refreshDashboard(checkId(id, "dashboard"), query), settings.call);
      await waitUntil(`The refresh of dashboard ${id}`, settings, async (call) => {
        const components = await send(requests.getStatus(id, query), call);
        return components.every(({ refreshStatus }) => refreshStatus === "IDLE") || undefined;
      });
      return readDashboard(await send(requests.getDashboard(id, query), settings.call));
    },
    async clone(id, args, options) {
      const { folderId, name } = args ?? {};
      const body = {
        folderId: checkText(folderId, "args.folderId", "Give the id of the folder the copy is for."),
        ...(name !== undefined && { name: checkText(name, "args.name", "Give the copy a name, or none.") }),
      };
      return send(requests.cloneDashboard(checkId(id, "dashboard"), body), options);
    },
    delete: async (id, options) => send(requests.deleteDashboard(checkId(id, "dashboard")), options),
  };
}

function viewParts(options: DashboardView & CallOptions) {
  const { runningUser, filters = [], signal, timeout, headers } = options;
  if (!Array.isArray(filters) || filters.length > MOST_FILTERS) {
    const given = Array.isArray(filters) ? `a list of ${filters.length}` : kindOf(filters);
    throw wrong(`\`options.filters\` is ${given}.`, `Give a list of up to ${MOST_FILTERS} ids of options.`);
  }
  const chosen = filters.flatMap((id: string | undefined, index) =>
    id === undefined
      ? []
      : [[`filter${index + 1}`, checkText(id, `options.filters[${index}]`, "Give the id of an option.")]],
  );
  const query: requests.ViewQuery = {
    ...(runningUser !== undefined && {
      runningUser: checkText(runningUser, "options.runningUser", "Give the id of a user."),
    }),
    ...Object.fromEntries(chosen),
  };
  const call: CallOptions = {
    ...(signal !== undefined && { signal }),
    ...(timeout !== undefined && { timeout }),
    ...(headers !== undefined && { headers }),
  };
  return { query, call };
}

function readDashboard(raw: WireDashboardResult): DashboardResult {
  const { id, name, components } = raw.dashboardMetadata;
  const described = new Map(components.map((component) => [component.id, component]));
  const read = raw.componentData.map(({ componentId, reportResult, status }): ComponentResult => {
    const { reportId = null, header = null, title = null, footer = null } = described.get(componentId) ?? {};
    const { dataStatus, refreshStatus, refreshDate, errorCode, errorMessage } = status;
    return {
      componentId,
      reportId,
      header,
      title,
      footer,
      dataStatus,
      refreshStatus,
      refreshDate,
      errorCode,
      errorMessage,
      result: isReportResult(reportResult) ? readResult(reportResult) : undefined,
    };
  });
  return { id, name, components: read, raw };
}
