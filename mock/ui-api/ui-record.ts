import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import type { OrgContext } from "../org-context.js";
import { nameEntityField, readNameEntity } from "../soql/name-entity.js";
import type { StoredRecord, Value } from "../store/table.js";
import { displayValue, uiValue } from "./ui-display.js";
import { uiRecordType } from "./ui-object-info.js";
import type { UiSelection } from "./ui-selection.js";
import { uiTag } from "./ui-tag.js";

interface UiFieldValue {
  readonly displayValue: string | null;
  readonly value: unknown;
}

/** A record with what was selected of it. */
export function uiRecord(
  context: OrgContext,
  object: ObjectInfo,
  record: StoredRecord,
  selection: UiSelection,
): Record<string, unknown> {
  const fields: Record<string, UiFieldValue> = {};
  for (const field of selection.fields) {
    fields[field.name] = fieldValue(context, field, record.values[field.name] ?? null);
  }
  for (const [name, parent] of selection.parents) {
    fields[name] = parentValue(context, parent.reference, parent.selection, record);
  }
  return wrapped(object, record, fields);
}

function fieldValue({ timeZone }: OrgContext, field: FieldInfo, value: Value): UiFieldValue {
  return { displayValue: displayValue(field, value, timeZone), value: uiValue(field, value) };
}

/** What stands around the fields of a record. */
function wrapped(
  object: ObjectInfo,
  { id, values }: StoredRecord,
  fields: Record<string, UiFieldValue>,
): Record<string, unknown> {
  const { RecordTypeId = null } = values;
  const moment = (name: string) => String(values[name]).replace("+0000", "Z");
  const recordTypeId =
    typeof RecordTypeId === "string"
      ? RecordTypeId
      : (object.recordTypes.find(({ master }) => master)?.id ?? null);
  return {
    apiName: object.name,
    childRelationships: {},
    // Of what is read: the same record has another one with other fields.
    eTag: uiTag([id, values.SystemModstamp, fields]),
    fields,
    id,
    lastModifiedById: values.LastModifiedById ?? null,
    lastModifiedDate: moment("LastModifiedDate"),
    recordTypeId,
    recordTypeInfo: typeof RecordTypeId === "string" ? uiRecordType(object, RecordTypeId) : null,
    systemModstamp: moment("SystemModstamp"),
    weakEtag: Date.parse(moment("SystemModstamp")),
  };
}

/** A parent is a record in the place of a value, shown by its name. */
function parentValue(
  context: OrgContext,
  reference: FieldInfo,
  selection: UiSelection,
  child: StoredRecord,
): UiFieldValue {
  const id = child.values[reference.name];
  const object = typeof id === "string" ? context.catalog.ofId(id) : undefined;
  const record = object === undefined ? undefined : context.store.table(object.name).get(String(id));
  if (object === undefined || record === undefined) return { displayValue: null, value: null };
  const name = record.values[object.nameField?.name ?? "Name"] ?? null;
  return {
    displayValue: name === null ? null : String(name),
    value: selection.isNameEntity
      ? nameEntity(object, record, selection)
      : uiRecord(context, object, record, selection),
  };
}

/** Of a parent that may be of several objects, the fields that all have. */
function nameEntity(
  object: ObjectInfo,
  record: StoredRecord,
  { fields }: UiSelection,
): Record<string, unknown> {
  const read = fields.map(({ name }) => {
    const field = nameEntityField(name);
    const value = field === undefined ? null : readNameEntity(object, record, field);
    return [name, { displayValue: null, value }] as const;
  });
  return wrapped(object, record, Object.fromEntries(read));
}
