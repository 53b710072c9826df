import type { CallOptions } from "../../http/call-options.js";
import type { Send } from "../../http/pipeline.js";
import { checkFlag, checkId, checkText } from "./check-args.js";
import { readResult } from "./read-result.js";
import { namedReportBody, reportBody, wholeReportBody } from "./report-body.js";
import { readInstance, waitForInstance } from "./report-instances.js";
import * as requests from "./report-requests.js";
import type { QueryReportOptions, Reports, RunReportOptions } from "./reports.js";
import { waitSettings } from "./wait-until.js";

const TYPE_HINT = "Give the name of a report type: `sf.reports.types()` lists them.";

export function reportsOf(send: Send): Reports {
  const reports = {
    list: async (options?: CallOptions) => send(requests.listReports(), options),
    describe: async (id: string, options?: CallOptions) =>
      send(requests.describeReport(checkId(id, "report")), options),
    async run(id: string, options: RunReportOptions = {}) {
      const { body, includeDetails, call } = runParts(options);
      return readResult(await send(requests.runReport(checkId(id, "report"), body, includeDetails), call));
    },
    async query(metadata: unknown, options: QueryReportOptions = {}) {
      const { includeDetails, call } = runParts(options);
      const body = wholeReportBody(metadata, includeDetails);
      return readResult(await send(requests.queryReport(body, includeDetails), call));
    },
    types: async (options?: CallOptions) => send(requests.listReportTypes(), options),
    describeType: async (type: string, options?: CallOptions) =>
      send(requests.describeReportType(checkText(type, "type", TYPE_HINT)), options),
    async start(id: string, options: RunReportOptions = {}) {
      const { body, includeDetails, call } = runParts(options);
      return send(requests.startReport(checkId(id, "report"), body, includeDetails), call);
    },
    async runAsync(id: string, options: RunReportOptions = {}) {
      const settings = waitSettings(options);
      const { id: instanceId } = await reports.start(id, options);
      return waitForInstance(send, { id, instanceId }, settings);
    },
    instances: async (id: string, options?: CallOptions) =>
      send(requests.listInstances(checkId(id, "report")), options),
    async instance(id: string, instanceId: string, options?: CallOptions) {
      const run = checkRun(id, instanceId);
      return readInstance(await send(requests.getInstance(run.id, run.instanceId), options));
    },
    waitFor: async (id: string, instanceId: string, options: CallOptions = {}) =>
      waitForInstance(send, checkRun(id, instanceId), waitSettings(options)),
    async deleteInstance(id: string, instanceId: string, options?: CallOptions) {
      const run = checkRun(id, instanceId);
      return send(requests.deleteInstance(run.id, run.instanceId), options);
    },
    create: async (metadata: unknown, options?: CallOptions) =>
      send(requests.createReport(namedReportBody(wholeReportBody(metadata))), options),
    save: async (id: string, metadata: unknown, options?: CallOptions) =>
      send(requests.saveReport(checkId(id, "report"), reportBody(metadata)), options),
    clone: async (id: string, metadata: unknown, options?: CallOptions) =>
      send(requests.createReport(namedReportBody(reportBody(metadata)), checkId(id, "report")), options),
    delete: async (id: string, options?: CallOptions) =>
      send(requests.deleteReport(checkId(id, "report")), options),
  };
  // What columns there are is known to the types only.
  return reports as unknown as Reports;
}

function checkRun(id: unknown, instanceId: unknown) {
  return {
    id: checkId(id, "report"),
    instanceId: checkId(instanceId, "report instance", "instanceId"),
  };
}

function runParts({ metadata, includeDetails, ...call }: RunReportOptions) {
  return {
    body: metadata === undefined ? undefined : reportBody(metadata, "options.metadata"),
    includeDetails: checkFlag(includeDetails, "options.includeDetails") ?? false,
    call,
  };
}
