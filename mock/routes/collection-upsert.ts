import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import { readInput } from "../dml/record-input.js";
import { upsertRecord } from "../dml/upsert-record.js";
import { type Answer, json } from "../http/call.js";
import { type ApiFault, recordFault } from "../http/fault.js";
import type { JsonObject } from "../http/json-body.js";
import type { OrgContext } from "../org-context.js";
import { requireExternalIdField, requireObject } from "../records/find-record.js";
import { type RecordTask, readRecords, requireType, runCollection } from "./collection-results.js";
import { param, type Route, type RoutedCall } from "./route.js";

function upsertTask(
  context: OrgContext,
  object: ObjectInfo,
  field: FieldInfo,
  record: JsonObject,
): RecordTask {
  return {
    run: () => {
      const type = requireType(context, record);
      if (type !== object) throw recordFault("INVALID_TYPE", `the record is no ${object.name}: ${type.name}`);
      const changes = readInput(context, object, record);
      const value = changes.get(field) ?? null;
      if (value === null && field.type !== "id") {
        throw recordFault("MISSING_ARGUMENT", `${field.name} not specified`);
      }
      changes.delete(field);
      const outcome = upsertRecord(context, object, { field, value }, changes);
      if (outcome.kind === "saved") {
        return { id: outcome.id, success: true, errors: [], created: outcome.created };
      }
      throw refusal(outcome.kind, field, String(value));
    },
  };
}

function refusal(kind: "missing" | "ambiguous", field: FieldInfo, value: string): ApiFault {
  if (kind === "missing") return recordFault("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
  const message = `${field.name}: more than one record found for external id field: ${value}`;
  return recordFault("DUPLICATE_EXTERNAL_ID", message);
}

function upsert(call: RoutedCall, context: OrgContext): Answer {
  const object = requireObject(context, param(call, "object"));
  const field = requireExternalIdField(object, param(call, "field"));
  const { records, allOrNone } = readRecords(call);
  const tasks = records.map((record) => upsertTask(context, object, field, record));
  return json(runCollection(context, tasks, { allOrNone, failure: { created: false } }));
}

/** Updating or creating up to 200 records of one object by an external id. */
export const collectionUpsert: Route = {
  path: "/services/data/{version}/composite/sobjects/{object}/{field}",
  methods: { PATCH: upsert },
};
