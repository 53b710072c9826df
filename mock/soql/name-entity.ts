import { createFieldInfo, type FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import type { StoredRecord, Value } from "../store/table.js";

/**
 * The sObject behind a relationship with several possible targets: it is called Name, and has only these
 * fields, whatever the target has.
 */
const FIELDS: readonly FieldInfo[] = [
  { name: "Id", type: "id" },
  { name: "Name", type: "string" },
  { name: "Type", type: "string" },
  { name: "FirstName", type: "string" },
  { name: "LastName", type: "string" },
  { name: "Alias", type: "string" },
  { name: "Email", type: "email" },
  { name: "Phone", type: "phone" },
  { name: "Title", type: "string" },
  { name: "Username", type: "string" },
  { name: "IsActive", type: "boolean" },
].map(createFieldInfo);

const BY_NAME = new Map(FIELDS.map((field) => [field.name.toLowerCase(), field]));

export function nameEntityField(name: string): FieldInfo | undefined {
  return BY_NAME.get(name.toLowerCase());
}

export function readNameEntity(target: ObjectInfo, record: StoredRecord, field: FieldInfo): Value {
  if (field.name === "Type") return target.name;
  if (field.name === "Name") return record.values[target.nameField?.name ?? "Name"] ?? null;
  return record.values[field.name] ?? null;
}
