import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import type { DataContext } from "../data-context.js";
import { jsonParserError, noSuchColumn, recordFault, requestFault } from "../http/fault.js";
import { expectObject, isJsonObject, type JsonObject } from "../http/json-body.js";
import { findByField } from "../records/find-record.js";
import type { Value } from "../store/table.js";
import { deserialize } from "./deserialize.js";

/** The values a caller gave, by field. */
export type Changes = Map<FieldInfo, Value>;

/**
 * Reads a record from JSON: names in any case, parents by an external id
 * (`{ "Account": { "Code__c": "A1" } }`), `attributes` ignored.
 */
export function readInput(context: DataContext, object: ObjectInfo, body: unknown): Changes {
  const record = expectObject(body);
  const changes: Changes = new Map();
  for (const [key, raw] of Object.entries(record)) {
    if (key === "attributes") continue;
    const field = object.field(key);
    if (field !== undefined) changes.set(field, deserialize(field, raw, record, key));
    else readParent(context, object, key, raw, changes);
  }
  return changes;
}

/** The names of the fields that are given a value. */
export function namesOf(changes: Changes): Set<string> {
  const names = new Set<string>();
  for (const [field, value] of changes) if (value !== null) names.add(field.name);
  return names;
}

/** Refuses fields that only the URL may carry. */
export function refuseFields(changes: Changes, names: readonly string[]): void {
  for (const field of changes.keys()) {
    if (names.includes(field.name)) {
      throw requestFault(
        400,
        "INVALID_FIELD",
        `The ${field.name} field should not be specified in the sobject data.`,
      );
    }
  }
}

/** Refuses values for fields that may not be written this way. */
export function refuseReadOnly(changes: Changes, writable: (field: FieldInfo) => boolean): void {
  const names = [...changes.keys()].filter((field) => !writable(field)).map((field) => field.name);
  if (names.length === 0) return;
  throw recordFault(
    "INVALID_FIELD_FOR_INSERT_UPDATE",
    `Unable to create/update fields: ${names.join(", ")}. Please check the security settings of this field ` +
      "and verify that it is read/write for your profile or permission set.",
    names,
  );
}

function readParent(
  context: DataContext,
  object: ObjectInfo,
  key: string,
  raw: unknown,
  changes: Changes,
): void {
  const field = object.parent(key);
  if (field === undefined) throw noSuchColumn(key, object.name);
  changes.set(field, raw === null ? null : parentId(context, field, expectObject(raw)));
}

function parentId(context: DataContext, reference: FieldInfo, nested: JsonObject): string {
  const target = context.catalog.find(parentType(reference, nested));
  const entry = Object.entries(nested).find(([key]) => key !== "attributes");
  if (target === undefined || entry === undefined) throw noSuchColumn(reference.name, String(target?.name));
  const [key, raw] = entry;
  const field = target.field(key);
  if (field === undefined || !(field.externalId || field.idLookup)) {
    const message = `Field name provided, ${key} does not match an External ID, Salesforce Id, or indexed field for ${target.name}`;
    throw requestFault(400, "INVALID_FIELD", message);
  }
  const [found] = findByField(context, target, field, deserialize(field, raw, nested, key));
  if (found !== undefined) return found.id;
  const message = `Foreign key external ID: ${String(raw)} not found for field ${field.name} in entity ${target.name}`;
  throw requestFault(400, "INVALID_FIELD", message);
}

function parentType(reference: FieldInfo, nested: JsonObject): string {
  const only = reference.referenceTo.length === 1 ? reference.referenceTo[0] : undefined;
  if (only !== undefined) return only;
  const attributes = Object.keys(nested)[0] === "attributes" ? nested.attributes : undefined;
  if (isJsonObject(attributes) && typeof attributes.type === "string") return attributes.type;
  throw jsonParserError(
    "Nested object for polymorphic foreign key must have an attributes field before any other fields.",
  );
}
