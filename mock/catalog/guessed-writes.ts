import type { RawDescribe, RawField } from "../../codegen/model/raw-describe.js";
import { fieldType } from "./field-types.js";

/** What the org itself writes, whatever a snapshot leaves open. */
const SYSTEM_FIELDS = new Set([
  "Id",
  "IsDeleted",
  "CreatedDate",
  "CreatedById",
  "LastModifiedDate",
  "LastModifiedById",
  "SystemModstamp",
  "LastActivityDate",
  "LastViewedDate",
  "LastReferencedDate",
  "MasterRecordId",
]);

/**
 * The describe itself where it says what may be written. Reduced snapshots do not: there, all may be but what
 * the org writes.
 */
export function withGuessedWrites(raw: RawDescribe): RawDescribe {
  if (raw.fields.some((field) => typeof field.createable === "boolean")) return raw;
  const names = new Set(raw.fields.map((field) => field.name));
  const isPerson = names.has("FirstName") && names.has("LastName");
  return { ...raw, fields: raw.fields.map((field) => guess(field, isPerson)) };
}

function guess(field: RawField, isPerson: boolean): RawField {
  const kind = fieldType(field.type).kind;
  const isWritten = SYSTEM_FIELDS.has(field.name) || (isPerson && field.name === "Name");
  const writable = !isWritten && field.type !== "id" && kind !== "compound" && !field.calculated;
  const defaultedOnCreate = !writable || kind === "boolean";
  return { ...field, createable: writable, updateable: writable, defaultedOnCreate };
}
