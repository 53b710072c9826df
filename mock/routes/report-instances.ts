import {
  deleteInstance,
  listedInstances,
  lookAtInstance,
  requireInstance,
  startInstance,
} from "../analytics/report-instances.js";
import { changedMetadata, metadataIn } from "../analytics/report-metadata.js";
import { requireReport } from "../analytics/report-records.js";
import { json, noContent } from "../http/call.js";
import type { OrgContext } from "../org-context.js";
import { includesDetails } from "./reports.js";
import { param, type Route, type RoutedCall } from "./route.js";

/** The asynchronous runs of a report, and new ones. */
export const reportInstances: Route = {
  path: "/services/data/{version}/analytics/reports/{id}/instances",
  methods: {
    GET: (call, context) => {
      const { record } = requireReport(context, param(call, "id"));
      return json(listedInstances(context, record.id, call.dataPath));
    },
    POST: (call, context) => {
      const { record, metadata } = requireReport(context, param(call, "id"));
      const changes = call.text().trim() === "" ? {} : metadataIn(call.body());
      const { id, developerName, folderId } = metadata;
      const changed = changedMetadata({ ...changes, id, developerName, folderId }, metadata);
      const hasDetailRows = includesDetails(call) ?? changes.hasDetailRows === true;
      const content = { metadata: { ...changed, hasDetailRows }, hasDetailRows };
      return json(startInstance(context, record.id, content, call.dataPath));
    },
  },
};

/** One asynchronous run. */
export const reportInstance: Route = {
  path: "/services/data/{version}/analytics/reports/{id}/instances/{instance}",
  methods: {
    GET: (call, context) => json(lookAtInstance(context, instanceOf(call, context))),
    DELETE: (call, context) => {
      deleteInstance(context, instanceOf(call, context));
      return noContent();
    },
  },
};

function instanceOf(call: RoutedCall, context: OrgContext) {
  const { record } = requireReport(context, param(call, "id"));
  return requireInstance(context, record.id, param(call, "instance"));
}
