import type { ObjectInfo, RecordTypeInfo } from "../catalog/object-info.js";
import type { OrgContext } from "../org-context.js";
import type { StoredRecord, Value } from "../store/table.js";
import { offeredValues } from "./record-type-picklists.js";
import { defaultRecordType, uiObjectInfo } from "./ui-object-info.js";
import { uiRecord } from "./ui-record.js";
import { layoutSelection } from "./ui-selection.js";

/** What a new record of a record type begins with. */
export function createDefaults(
  context: OrgContext,
  object: ObjectInfo,
  recordType: RecordTypeInfo | undefined,
): Record<string, unknown> {
  const type = recordType ?? defaultRecordType(object);
  const values: Record<string, Value> = { ...object.template };
  if (object.field("OwnerId") !== undefined) values.OwnerId = context.userId;
  for (const { name } of object.fields) {
    const offered = type && offeredValues(context.recordTypePicklists, object, type, name);
    if (offered !== undefined && !offered.includes(String(values[name]))) values[name] = null;
  }
  return defaults(context, object, values, type);
}

/** What a copy of a record begins with. */
export function cloneDefaults(
  context: OrgContext,
  object: ObjectInfo,
  original: StoredRecord,
  recordType: RecordTypeInfo | undefined,
): Record<string, unknown> {
  const values: Record<string, Value> = { ...object.template };
  for (const { name, createable } of object.fields) {
    if (createable) values[name] = original.values[name] ?? null;
  }
  const type = recordType ?? object.recordTypes.find(({ id }) => id === original.values.RecordTypeId);
  return defaults(context, object, values, type);
}

function defaults(
  context: OrgContext,
  object: ObjectInfo,
  values: Record<string, Value>,
  type: RecordTypeInfo | undefined,
): Record<string, unknown> {
  if (object.field("RecordTypeId") !== undefined) {
    values.RecordTypeId = type === undefined || type.master ? null : type.id;
  }
  const selection = layoutSelection(context, object, "Create");
  const record = uiRecord(context, object, { id: "", sequence: 0, values }, selection);
  const stamps = { lastModifiedById: null, lastModifiedDate: null, systemModstamp: null, weakEtag: 0 };
  return {
    layout: null,
    objectInfos: { [object.name]: uiObjectInfo(object, context.catalog) },
    record: { ...record, ...stamps, id: null },
  };
}
