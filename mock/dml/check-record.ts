import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import type { DataContext } from "../data-context.js";
import { ApiFault, type FaultEntry, recordFault } from "../http/fault.js";
import { findByField } from "../records/find-record.js";
import { isDeleted, type Value } from "../store/table.js";
import { checkValue } from "./check-value.js";
import type { Changes } from "./record-input.js";

/** Checks each value by itself and returns them as they are kept. Every wrong one is reported. */
export function checkValues(changes: Changes): Changes {
  const checked: Changes = new Map();
  const entries: FaultEntry[] = [];
  for (const [field, value] of changes) {
    try {
      checked.set(field, checkValue(field, value));
    } catch (error) {
      if (!(error instanceof ApiFault)) throw error;
      entries.push(...error.entries);
    }
  }
  if (entries.length > 0) throw new ApiFault(400, entries);
  return checked;
}

/** Refuses a record with an empty field that must be filled. */
export function refuseMissing(fields: Iterable<FieldInfo>, readValue: (field: FieldInfo) => Value): void {
  const missing: string[] = [];
  for (const field of fields) {
    if (readValue(field) === null) missing.push(field.name);
  }
  if (missing.length === 0) return;
  throw recordFault(
    "REQUIRED_FIELD_MISSING",
    `Required fields are missing: [${missing.join(", ")}]`,
    missing,
  );
}

export function isRequiredOnCreate(field: FieldInfo): boolean {
  return field.createable && !field.nillable && !field.defaultedOnCreate && field.kind !== "boolean";
}

/** Refuses references to records that are not there, or are of another object. */
export function checkReferences(context: DataContext, object: ObjectInfo, changes: Changes): void {
  for (const [field, value] of changes) {
    if (field.type !== "reference" || typeof value !== "string") continue;
    if (field.name === "RecordTypeId") checkRecordType(object, field, value);
    else checkReference(context, field, value);
  }
}

function checkReference(context: DataContext, field: FieldInfo, id: string): void {
  const targets = field.referenceTo.map((name) => context.catalog.find(name));
  const target = targets.find((object) => object?.keyPrefix === id.slice(0, 3));
  if (target === undefined) {
    // A snapshot of part of an org has references to objects it does not describe.
    if (targets.length === 0 || targets.includes(undefined)) return;
    throw recordFault("MALFORMED_ID", `${field.label}: id value of incorrect type: ${id}`, [field.name]);
  }
  const record = context.store.table(target.name).get(id);
  if (record === undefined) throw recordFault("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
  if (isDeleted(record)) throw recordFault("ENTITY_IS_DELETED", "entity is deleted");
}

function checkRecordType(object: ObjectInfo, field: FieldInfo, id: string): void {
  if (object.recordTypes.some((type) => type.id === id)) return;
  throw recordFault(
    "INVALID_CROSS_REFERENCE_KEY",
    `${field.label}: this ID value isn't valid for the user: ${id}`,
    [field.name],
  );
}

/** Refuses a value that another record has in a unique field. */
export function checkUnique(
  context: DataContext,
  object: ObjectInfo,
  changes: Changes,
  ownId?: string,
): void {
  for (const [field, value] of changes) {
    if (!field.unique || value === null) continue;
    const other = findByField(context, object, field, value).find((record) => record.id !== ownId);
    if (other !== undefined) {
      const message = `duplicate value found: ${field.name} duplicates value on record with id: ${other.id.slice(0, 15)}`;
      throw recordFault("DUPLICATE_VALUE", message);
    }
  }
}
