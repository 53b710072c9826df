import type { ObjectInfo } from "../catalog/object-info.js";
import { deleteRecord } from "../dml/delete-record.js";
import { type Changes, readInput, refuseFields } from "../dml/record-input.js";
import { updateRecord } from "../dml/update-record.js";
import { type Answer, json, noContent } from "../http/call.js";
import { refuseStaleWrite, unlessModified } from "../http/conditional.js";
import { noSuchExternalIdField, notFound } from "../http/fault.js";
import type { OrgContext } from "../org-context.js";
import { requireObject, requireRecord, requireWritable } from "../records/find-record.js";
import { readRecord } from "../records/read-record.js";
import { toId18 } from "../store/record-id.js";
import type { StoredRecord } from "../store/table.js";
import { fieldsParameter, readFieldList } from "./field-list.js";
import { recordBody } from "./record-body.js";
import { recordVersion } from "./record-version.js";
import { param, type Route, type RoutedCall } from "./route.js";

/** The answer of a record that was found, with the fields asked for. */
export function recordAnswer(call: RoutedCall, object: ObjectInfo, record: StoredRecord): Answer {
  const fields = readFieldList(object, fieldsParameter(call.query));
  return unlessModified(call, recordVersion(object, record), () =>
    json(readRecord(object, record, fields, call.dataPath)),
  );
}

/** Changes a record that was found, unless the request is meant for another version of it. */
export function updatedAnswer(
  call: RoutedCall,
  context: OrgContext,
  object: ObjectInfo,
  record: StoredRecord,
  changes: Changes,
): Answer {
  const refused = refuseStaleWrite(call, recordVersion(object, record));
  if (refused !== undefined) return refused;
  updateRecord(context, object, record.id, changes);
  return noContent();
}

function requireId(text: string): string {
  const id = toId18(text);
  if (id === null) throw noSuchExternalIdField(text);
  return id;
}

function update(call: RoutedCall, context: OrgContext): Answer {
  const object = requireObject(context, param(call, "object"));
  const id = requireId(param(call, "id"));
  const changes = readInput(context, object, recordBody(call));
  refuseFields(changes, ["Id"]);
  const record = context.store.table(object.name).get(id);
  if (record === undefined) throw notFound();
  return updatedAnswer(call, context, object, record, changes);
}

function remove(call: RoutedCall, context: OrgContext): Answer {
  const object = requireObject(context, param(call, "object"));
  const id = requireId(param(call, "id"));
  requireWritable(context, object, id);
  deleteRecord(context, object, id);
  return noContent();
}

/** One record by its id. */
export const record: Route = {
  path: "/services/data/{version}/sobjects/{object}/{id}",
  methods: {
    GET: (call, context) => {
      const object = requireObject(context, param(call, "object"));
      return recordAnswer(call, object, requireRecord(context, object, param(call, "id")));
    },
    PATCH: update,
    DELETE: remove,
  },
};
