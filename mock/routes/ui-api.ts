import { type Answer, json } from "../http/call.js";
import { notFound, requestFault } from "../http/fault.js";
import type { OrgContext } from "../org-context.js";
import { requireObject } from "../records/find-record.js";
import { uiObjectInfo, uiObjectSummary } from "../ui-api/ui-object-info.js";
import { isPicklist, type PicklistScope, uiPicklist, uiPicklists } from "../ui-api/ui-picklists.js";
import { withTag } from "../ui-api/ui-tag.js";
import { param, type Route, type RoutedCall } from "./route.js";
import { requireRecordType, UI, uiBatch } from "./ui-batch.js";
import { uiRecordRoutes } from "./ui-records.js";

const PICKLISTS = `${UI}/object-info/{object}/picklist-values/{recordTypeId}`;

const objectInfos: Route = {
  path: `${UI}/object-info`,
  methods: {
    GET: (call, { catalog }) => {
      const objects = catalog.objects.map((object) => [object.name, uiObjectSummary(object, call.dataPath)]);
      return json(withTag({ objects: Object.fromEntries(objects) }));
    },
  },
};

const objectInfo: Route = {
  path: `${UI}/object-info/{object}`,
  methods: {
    GET: (call, context) =>
      json(uiObjectInfo(requireObject(context, param(call, "object")), context.catalog)),
  },
};

const objectInfoBatch: Route = {
  path: `${UI}/object-info/batch/{objects}`,
  methods: {
    GET: (call, context) =>
      uiBatch(param(call, "objects"), (name) => uiObjectInfo(requireObject(context, name), context.catalog)),
  },
};

const picklists: Route = {
  path: PICKLISTS,
  methods: {
    GET: (call, context) => json(withTag({ picklistFieldValues: uiPicklists(picklistScope(call, context)) })),
  },
};

const picklist: Route = {
  path: `${PICKLISTS}/{field}`,
  methods: {
    GET: (call, context) => {
      const scope = picklistScope(call, context);
      const name = param(call, "field").toLowerCase();
      const field = scope.object.describedFields().find((each) => String(each.name).toLowerCase() === name);
      if (field === undefined) throw notFound();
      if (isPicklist(field)) return json(uiPicklist(scope, field));
      throw requestFault(
        400,
        "INVALID_FIELD",
        `${scope.object.name}.${String(field.name)} is not a picklist field.`,
      );
    },
  },
};

/** What the UI API has beside it. */
const others: Route = {
  path: `${UI}/{...}`,
  methods: {
    GET: notThere,
    POST: notThere,
    PATCH: notThere,
    PUT: notThere,
    DELETE: notThere,
  },
};

export const uiApiRoutes: readonly Route[] = [
  objectInfos,
  objectInfo,
  objectInfoBatch,
  picklists,
  picklist,
  ...uiRecordRoutes,
  others,
];

function notThere(call: RoutedCall): Answer {
  const message = `The embedded org does not have /ui-api/${call.rest[0] ?? ""} yet.`;
  throw requestFault(501, "NOT_IMPLEMENTED", message);
}

function picklistScope(call: RoutedCall, context: OrgContext): PicklistScope {
  const object = requireObject(context, param(call, "object"));
  const recordType = requireRecordType(object, param(call, "recordTypeId"));
  const path = `${call.dataPath}/ui-api/object-info/${object.name}/picklist-values/${recordType.id}`;
  return { object, recordType, path, picklists: context.recordTypePicklists };
}
