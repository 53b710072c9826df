import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import type { DataContext } from "../data-context.js";
import { findByField } from "../records/find-record.js";
import type { StoredRecord, Value } from "../store/table.js";
import { createRecord } from "./create-record.js";
import type { Changes } from "./record-input.js";
import { updateRecord } from "./update-record.js";

export type UpsertOutcome =
  | { readonly kind: "saved"; readonly id: string; readonly created: boolean }
  | { readonly kind: "ambiguous"; readonly matches: readonly StoredRecord[] }
  | { readonly kind: "missing" };

/**
 * Updates the record whose field has this value, or creates one with it. `missing` only where creation is not
 * wanted, or the field is the id.
 */
export function upsertRecord(
  context: DataContext,
  object: ObjectInfo,
  key: { readonly field: FieldInfo; readonly value: Value },
  changes: Changes,
  updateOnly = false,
): UpsertOutcome {
  const matches = key.value === null ? [] : findByField(context, object, key.field, key.value);
  if (matches.length > 1) return { kind: "ambiguous", matches };
  const [match] = matches;
  if (match !== undefined) {
    updateRecord(context, object, match.id, changes);
    return { kind: "saved", id: match.id, created: false };
  }
  if (updateOnly || (key.field.type === "id" && key.value !== null)) return { kind: "missing" };
  const whole: Changes = key.field.type === "id" ? changes : new Map(changes).set(key.field, key.value);
  return { kind: "saved", id: createRecord(context, object, whole), created: true };
}
