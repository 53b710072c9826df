import type { ObjectInfo } from "../catalog/object-info.js";
import { deleteRecord } from "../dml/delete-record.js";
import { readInput, refuseFields } from "../dml/record-input.js";
import { updateRecord } from "../dml/update-record.js";
import { type Answer, json, noContent } from "../http/call.js";
import { unlessModified } from "../http/conditional.js";
import { noSuchExternalIdField, notFound } from "../http/fault.js";
import type { OrgContext } from "../org-context.js";
import { requireObject, requireRecord, requireWritable } from "../records/find-record.js";
import { readRecord } from "../records/read-record.js";
import { toId18 } from "../store/record-id.js";
import type { StoredRecord } from "../store/table.js";
import { fieldsParameter, readFieldList } from "./field-list.js";
import { param, type Route, type RoutedCall } from "./route.js";

/** The answer of a record that was found, with the fields asked for. */
export function recordAnswer(call: RoutedCall, object: ObjectInfo, record: StoredRecord): Answer {
  const fields = readFieldList(object, fieldsParameter(call.query));
  const changed = new Date(String(record.values.LastModifiedDate).replace("+0000", "Z"));
  return unlessModified(call, changed, () => json(readRecord(object, record, fields, call.dataPath)));
}

function requireId(text: string): string {
  const id = toId18(text);
  if (id === null) throw noSuchExternalIdField(text);
  return id;
}

function update(call: RoutedCall, context: OrgContext): Answer {
  const object = requireObject(context, param(call, "object"));
  const id = requireId(param(call, "id"));
  const changes = readInput(context, object, call.body());
  refuseFields(changes, ["Id"]);
  if (context.store.table(object.name).get(id) === undefined) throw notFound();
  updateRecord(context, object, id, changes);
  return noContent();
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
