import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import type { DataContext } from "../data-context.js";
import { ApiFault, noSuchExternalIdField, notFound } from "../http/fault.js";
import { toId18 } from "../store/record-id.js";
import { isDeleted, type StoredRecord, type Value } from "../store/table.js";

/** The object a URL names, or 404. */
export function requireObject(context: DataContext, name: string): ObjectInfo {
  const object = context.catalog.find(name);
  if (object === undefined) throw notFound();
  return object;
}

/** The record a URL names by its id, or 404. */
export function requireRecord(context: DataContext, object: ObjectInfo, idText: string): StoredRecord {
  const id = toId18(idText);
  if (id === null) throw noSuchExternalIdField(idText);
  const record = context.store.table(object.name).get(id);
  if (record === undefined || isDeleted(record)) throw notFound();
  return record;
}

/** The record a write names by its id: refusals are those of DML. */
export function requireWritable(context: DataContext, object: ObjectInfo, id: string): StoredRecord {
  const record = context.store.table(object.name).get(id);
  if (record === undefined) throw gone("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
  if (isDeleted(record)) throw gone("ENTITY_IS_DELETED", "entity is deleted");
  return record;
}

function gone(errorCode: string, message: string): ApiFault {
  return new ApiFault(404, [{ message, errorCode, fields: [] }]);
}

/** The records whose field has this value, without those in the recycle bin. */
export function findByField(
  context: DataContext,
  object: ObjectInfo,
  field: FieldInfo,
  value: Value,
): StoredRecord[] {
  const table = context.store.table(object.name);
  if (field.type !== "id") return table.lookup(field, value).filter((record) => !isDeleted(record));
  const id = typeof value === "string" ? toId18(value) : null;
  const record = id === null ? undefined : table.get(id);
  return record === undefined || isDeleted(record) ? [] : [record];
}

/** The field a URL names to find a record by: `Id`, an external id, or one marked for id lookup. */
export function requireExternalIdField(object: ObjectInfo, name: string): FieldInfo {
  const field = object.field(name);
  if (field === undefined || !(field.externalId || field.idLookup || field.type === "id")) {
    throw noSuchExternalIdField(name);
  }
  return field;
}
