import type { ObjectInfo, RecordTypeInfo } from "../catalog/object-info.js";
import { type Answer, json } from "../http/call.js";
import { ApiFault, notFound, requestFault } from "../http/fault.js";
import type { OrgContext } from "../org-context.js";
import { requireObject } from "../records/find-record.js";
import { toId18 } from "../store/record-id.js";
import { uiObjectInfo, uiObjectSummary } from "../ui-api/ui-object-info.js";
import { isPicklist, type PicklistScope, uiPicklist, uiPicklists } from "../ui-api/ui-picklists.js";
import { withTag } from "../ui-api/ui-tag.js";
import { param, type Route, type RoutedCall } from "./route.js";

const UI = "/services/data/{version}/ui-api";
const PICKLISTS = `${UI}/object-info/{object}/picklist-values/{recordTypeId}`;
/** Salesforce takes no more in a request. */
const LARGEST_BATCH = 100;

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
      batchAnswer(param(call, "objects"), (name) =>
        uiObjectInfo(requireObject(context, name), context.catalog),
      ),
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

/** The record type a URL names, or 404. */
function requireRecordType(object: ObjectInfo, idText: string): RecordTypeInfo {
  const id = toId18(idText);
  const found = object.recordTypes.find((type) => toId18(type.id) === id);
  if (id === null || found === undefined) throw notFound();
  return found;
}

/** A result for each of a list of keys, those that are refused among them. */
function batchAnswer(keys: string, resultOf: (key: string) => object): Answer {
  const list = keys.split(",");
  if (list.length > LARGEST_BATCH) {
    throw requestFault(400, "INVALID_ARGUMENT", `A batch holds up to ${LARGEST_BATCH}, not ${list.length}.`);
  }
  const results = list.map((key) => {
    try {
      return { result: resultOf(key.trim()), statusCode: 200 };
    } catch (error) {
      if (!(error instanceof ApiFault)) throw error;
      return { result: error.entries, statusCode: error.status };
    }
  });
  return json({ hasErrors: results.some(({ statusCode }) => statusCode >= 400), results });
}
