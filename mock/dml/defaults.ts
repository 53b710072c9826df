import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import type { DataContext } from "../data-context.js";
import { writeAutoNumber } from "../schema/auto-number.js";
import type { Value } from "../store/table.js";
import { datetimeText } from "./date-text.js";

/** What a new record holds before the caller's values. */
export function defaultValues(context: DataContext, object: ObjectInfo): Record<string, Value> {
  const values = { ...object.template };
  for (const field of object.fields) {
    if (field.autoNumber !== null) values[field.name] = nextNumber(context, object, field, field.autoNumber);
  }
  if (object.field("OwnerId") !== undefined) values.OwnerId = context.userId;
  const recordType = object.recordTypes.find((type) => type.isDefault && !type.master);
  if (recordType !== undefined && object.field("RecordTypeId") !== undefined)
    values.RecordTypeId = recordType.id;
  return values;
}

function nextNumber(context: DataContext, object: ObjectInfo, field: FieldInfo, format: string): string {
  return writeAutoNumber(format, context.store.count(`${object.name}.${field.name}`), context.now());
}

/** What the org writes into every new record. */
export function creationFields(context: DataContext, object: ObjectInfo, id: string): Record<string, Value> {
  const values: Record<string, Value> = {
    Id: id,
    IsDeleted: false,
    CreatedDate: datetimeText(context.now()),
    CreatedById: context.userId,
    ...modificationFields(context),
  };
  if (object.field("PhotoUrl")?.extraTypeInfo === "imageurl")
    values.PhotoUrl = `/services/images/photo/${id}`;
  return values;
}

/** What the org writes at every change. */
export function modificationFields(context: DataContext): Record<string, Value> {
  const now = datetimeText(context.now());
  return { LastModifiedDate: now, LastModifiedById: context.userId, SystemModstamp: now };
}
