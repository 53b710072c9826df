import type { ObjectInfo } from "../catalog/object-info.js";
import { deleteRecord } from "../dml/delete-record.js";
import { type Answer, json, noContent } from "../http/call.js";
import { notFound } from "../http/fault.js";
import type { OrgContext } from "../org-context.js";
import { requireObject } from "../records/find-record.js";
import { toId18 } from "../store/record-id.js";
import { isDeleted, type StoredRecord } from "../store/table.js";
import { cloneDefaults, createDefaults } from "../ui-api/record-defaults.js";
import { uiRecord } from "../ui-api/ui-record.js";
import { layoutSelection, readSelection } from "../ui-api/ui-selection.js";
import { createUiRecord, updateUiRecord } from "../ui-api/write-ui-record.js";
import { param, type Route, type RoutedCall } from "./route.js";
import { requireRecordType, UI, uiBatch } from "./ui-batch.js";

const records: Route = {
  path: `${UI}/records`,
  methods: {
    POST: (call, context) => {
      const { object, id } = createUiRecord(context, call.body());
      return json(writtenRecord(context, object, id), 201);
    },
  },
};

const record: Route = {
  path: `${UI}/records/{id}`,
  methods: {
    GET: (call, context) => json(readUiRecord(call, context, param(call, "id"))),
    PATCH: update,
    DELETE: (call, context) => {
      const found = findRecord(context, param(call, "id"));
      deleteRecord(context, found.object, found.record.id);
      return noContent();
    },
  },
};

const recordBatch: Route = {
  path: `${UI}/records/batch/{ids}`,
  methods: {
    GET: (call, context) => uiBatch(param(call, "ids"), (id) => readUiRecord(call, context, id)),
  },
};

const newDefaults: Route = {
  path: `${UI}/record-defaults/create/{object}`,
  methods: {
    GET: (call, context) => {
      const object = requireObject(context, param(call, "object"));
      return json(createDefaults(context, object, recordTypeOf(call, object)));
    },
  },
};

const copyDefaults: Route = {
  path: `${UI}/record-defaults/clone/{id}`,
  methods: {
    GET: (call, context) => {
      const found = findRecord(context, param(call, "id"));
      return json(cloneDefaults(context, found.object, found.record, recordTypeOf(call, found.object)));
    },
  },
};

export const uiRecordRoutes: readonly Route[] = [records, record, recordBatch, newDefaults, copyDefaults];

function readUiRecord(call: RoutedCall, context: OrgContext, idText: string): Record<string, unknown> {
  const found = findRecord(context, idText);
  return uiRecord(context, found.object, found.record, readSelection(context, found.object, call.query));
}

function update(call: RoutedCall, context: OrgContext): Answer {
  const found = findRecord(context, param(call, "id"));
  const unmodifiedSince = call.headers.get("If-Unmodified-Since");
  updateUiRecord(context, found.object, found.record, { body: call.body(), unmodifiedSince });
  return json(writtenRecord(context, found.object, found.record.id));
}

/** A record that was written, as its page shows it. */
function writtenRecord(context: OrgContext, object: ObjectInfo, id: string): Record<string, unknown> {
  const written = context.store.table(object.name).get(id);
  if (written === undefined) throw notFound();
  return uiRecord(context, object, written, layoutSelection(context, object));
}

/** The record a URL names, of an object that the user sees, or 404. */
function findRecord(context: OrgContext, idText: string): { object: ObjectInfo; record: StoredRecord } {
  const id = toId18(idText.trim());
  const object = id === null ? undefined : context.catalog.ofId(id);
  const found = object && id !== null ? context.store.table(object.name).get(id) : undefined;
  if (object === undefined || found === undefined || isDeleted(found)) throw notFound();
  return { object, record: found };
}

function recordTypeOf({ query }: RoutedCall, object: ObjectInfo) {
  const id = query.get("recordTypeId");
  return id === null ? undefined : requireRecordType(object, id);
}
