import { badRequest } from "../analytics/analytics-fault.js";
import { describeReport, extendedMetadata, reportAttributes } from "../analytics/report-describe.js";
import { changedMetadata, metadataIn, type ReportMetadata } from "../analytics/report-metadata.js";
import {
  createReport,
  deleteReport,
  listedReports,
  noteRun,
  requireReport,
  saveReport,
} from "../analytics/report-records.js";
import { compileReport, runReport } from "../analytics/run-report.js";
import { type Answer, json, noContent } from "../http/call.js";
import type { OrgContext } from "../org-context.js";
import { param, type Route, type RoutedCall } from "./route.js";

/** The reports that the user sees, and new ones. */
export const reports: Route = {
  path: "/services/data/{version}/analytics/reports",
  methods: { GET: listReports, POST: create },
};

/** A report that is not saved. */
export const reportQuery: Route = {
  path: "/services/data/{version}/analytics/reports/query",
  methods: {
    POST: (call, context) => {
      const metadata = changedMetadata({ ...metadataIn(call.body()), id: null, developerName: null });
      return json(runAnswer(call, context, metadata, metadata.hasDetailRows));
    },
  },
};

/** A saved report: running it, changing it. */
export const report: Route = {
  path: "/services/data/{version}/analytics/reports/{id}",
  methods: {
    GET: (call, context) => runSaved(call, context, {}),
    POST: (call, context) => runSaved(call, context, metadataIn(call.body())),
    PATCH: (call, context) => {
      const saved = saveReport(context, param(call, "id"), metadataIn(call.body()));
      return json(describeReport(context, saved, call.dataPath));
    },
    DELETE: (call, context) => {
      deleteReport(context, param(call, "id"));
      return noContent();
    },
  },
};

export const reportDescribe: Route = {
  path: "/services/data/{version}/analytics/reports/{id}/describe",
  methods: {
    GET: (call, context) =>
      json(describeReport(context, requireReport(context, param(call, "id")).metadata, call.dataPath)),
  },
};

function listReports({ dataPath }: RoutedCall, context: OrgContext): Answer {
  const listed = listedReports(context).map(({ id, values }) => {
    const url = `${dataPath}/analytics/reports/${id}`;
    return { describeUrl: `${url}/describe`, id, instancesUrl: `${url}/instances`, name: values.Name, url };
  });
  return json(listed);
}

function create(call: RoutedCall, context: OrgContext): Answer {
  const cloneId = call.query.get("cloneId");
  if (cloneId === "") throw badRequest("The clone request must contain a valid cloneId parameter.");
  const from = cloneId === null ? undefined : requireReport(context, cloneId).metadata;
  const created = createReport(context, metadataIn(call.body()), from);
  return json(describeReport(context, created, call.dataPath));
}

function runSaved(call: RoutedCall, context: OrgContext, changes: Record<string, unknown>): Answer {
  const { record, metadata } = requireReport(context, param(call, "id"));
  const { id, developerName, folderId } = metadata;
  const changed = changedMetadata({ ...changes, id, developerName, folderId }, metadata);
  const answer = runAnswer(call, context, changed, changes.hasDetailRows === true);
  noteRun(context, record);
  return json(answer);
}

function runAnswer(
  call: RoutedCall,
  context: OrgContext,
  metadata: ReportMetadata,
  wantsRows: boolean,
): object {
  const report = compileReport(context, metadata);
  const hasDetailRows = includesDetails(call) ?? wantsRows;
  const run = runReport(context, report, hasDetailRows);
  return {
    attributes: reportAttributes(report.metadata, call.dataPath),
    ...run,
    reportExtendedMetadata: extendedMetadata(report),
    reportMetadata: { ...report.metadata, hasDetailRows },
  };
}

/** Undefined where the request does not say. */
export function includesDetails({ query }: RoutedCall): boolean | undefined {
  const text = query.get("includeDetails");
  return text === null ? undefined : text.toLowerCase() === "true";
}
