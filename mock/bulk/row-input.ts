import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import { accepts } from "../dml/deserialize.js";
import { recordFault } from "../http/fault.js";
import type { JsonObject } from "../http/json-body.js";

/** What a row writes for "no value". An empty text leaves the field as it is. */
const NULL = "#N/A";

/** Puts a row's value into the record it stands for. */
type Fill = (record: JsonObject, text: string) => void;

/** A column: a field, or a parent's field the parent is found by, as `Account.Key__c` or `User:Owner.Username`. */
const COLUMN = /^(?:(\w+):)?(\w+)(?:\.(\w+))?$/;

/** Makes records of rows; the name of a column that is no field where there is one. */
export function rowReader(
  object: ObjectInfo,
  columns: readonly string[],
): { readonly read: (row: readonly string[]) => JsonObject } | { readonly unknown: string } {
  const fills: Fill[] = [];
  for (const column of columns) {
    const fill = columnFill(object, column);
    if (fill === undefined) return { unknown: column };
    fills.push(fill);
  }
  return {
    read: (row) => {
      const record: JsonObject = {};
      for (const [place, fill] of fills.entries()) {
        const text = row[place] ?? "";
        if (text !== "") fill(record, text);
      }
      return record;
    },
  };
}

function columnFill(object: ObjectInfo, column: string): Fill | undefined {
  const [, type, name = "", parentField] = COLUMN.exec(column) ?? [];
  if (parentField === undefined) {
    const field = type === undefined ? object.field(name) : undefined;
    if (field === undefined) return undefined;
    return (record, text) => {
      record[field.name] = text === NULL ? null : fieldText(field, text);
    };
  }
  const relationship = object.parent(name)?.relationshipName;
  if (relationship === undefined || relationship === null) return undefined;
  return (record, text) => {
    const attributes = type === undefined ? {} : { attributes: { type } };
    record[relationship] = text === NULL ? null : { ...attributes, [parentField]: text };
  };
}

/** A value as JSON would carry it. A row is no JSON, though: a value of another type is the field's fault. */
function fieldText(field: FieldInfo, text: string): string {
  // Days may be marked as UTC.
  const value = field.kind === "date" ? text.replace(/^([\d-]+)Z$/, "$1") : text;
  if (accepts(field, value)) return value;
  const message = `${field.label}: value not of required type: ${text}`;
  throw recordFault("INVALID_TYPE_ON_FIELD_IN_RECORD", message, [field.name]);
}
