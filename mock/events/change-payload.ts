import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import type { StoredRecord, Value } from "../store/table.js";
import { streamedFields } from "./streamed-fields.js";

export type ChangeType = "CREATE" | "UPDATE" | "DELETE" | "UNDELETE";

/** What an event says of a record's fields. */
export interface ChangePayload {
  /** Names, parts as `BillingAddress.City`; none but of an update. */
  readonly changedFields: readonly string[];
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Fields nobody writes that are told of all the same. */
const AUDITED: readonly string[] = ["CreatedDate", "CreatedById", "LastModifiedDate", "LastModifiedById"];
/** The parts of a person's name. */
const NAME_PARTS: readonly string[] = ["FirstName", "LastName", "MiddleName", "Salutation", "Suffix"];

/** A field, and how events name it: parts of names and addresses are below their whole. */
interface NamedField {
  readonly field: FieldInfo;
  readonly whole?: string;
  readonly name: string;
}

/** The fields of an event: the changed ones of an update, none of a deletion, else all that are filled. */
export function changePayload(
  object: ObjectInfo,
  type: ChangeType,
  before: StoredRecord | undefined,
  after: StoredRecord,
): ChangePayload {
  if (type === "DELETE") return { changedFields: [], fields: {} };
  const fieldOf = (record: StoredRecord | undefined, { field }: NamedField): Value =>
    record?.values[field.name] ?? null;
  const isTold = (named: NamedField): boolean => {
    if (type !== "UPDATE") return fieldOf(after, named) !== null;
    return named.name === "LastModifiedDate" || fieldOf(before, named) !== fieldOf(after, named);
  };
  const told = namedFields(object).filter(isTold);
  const streamed = streamedFields(object, after.values);
  const fields: Record<string, unknown> = {};
  for (const { field, whole, name } of told) {
    const value = streamed[field.name] ?? null;
    if (whole === undefined) fields[name] = value;
    else fields[whole] = { ...(fields[whole] as object | undefined), [name]: value };
  }
  const paths = told.map(({ whole, name }) => (whole === undefined ? name : `${whole}.${name}`));
  return { changedFields: type === "UPDATE" ? paths : [], fields };
}

function namedFields(object: ObjectInfo): NamedField[] {
  const parts = new Map<string, NamedField>();
  for (const whole of object.fields) {
    for (const { key, field: name } of object.parts(whole.name)) {
      const field = object.field(name);
      const part = key.charAt(0).toUpperCase() + key.slice(1);
      if (field !== undefined) parts.set(name, { field, whole: whole.name, name: part });
    }
  }
  const isPerson = object.field("LastName") !== undefined && object.field("Name")?.createable === false;
  return object.fields.flatMap((field): NamedField[] => {
    const part = parts.get(field.name);
    if (part !== undefined) return [part];
    if (isPerson && field.name === "Name") return [];
    if (isPerson && NAME_PARTS.includes(field.name)) return [{ field, whole: "Name", name: field.name }];
    return isCaptured(field) ? [{ field, name: field.name }] : [];
  });
}

function isCaptured(field: FieldInfo): boolean {
  if (field.kind === "compound" || field.kind === "binary") return false;
  return field.createable || field.updateable || field.autoNumber !== null || AUDITED.includes(field.name);
}
