import { SettingsError } from "../../errors.js";
import type { WireRecord } from "../../http/schemas.js";

/** The fields of a record: without `attributes`, and only those asked for where any were. */
export function recordValues(record: WireRecord, fields?: readonly string[]): Record<string, unknown> {
  if (fields !== undefined) return Object.fromEntries(fields.map((field) => [field, record[field] ?? null]));
  const { attributes, ...values } = record;
  return values;
}

/** @throws SettingsError for an empty list, which Salesforce would take for all fields */
export function checkFields(fields: readonly string[]): string[] {
  if (Array.isArray(fields) && fields.length > 0) return [...fields];
  throw new SettingsError("settings.fields", "`fields` is empty.", { hint: "Name at least one field." });
}
