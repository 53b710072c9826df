import type { CodedKind } from "../../src/schema/metadata.js";

/** The forms a value has on the wire; `emit/wire-types.ts` says how each is written in TypeScript. */
export type WireForm =
  | "text"
  | "number"
  | "boolean"
  | "ownId"
  | "reference"
  | "date"
  | "datetime"
  | "time"
  | "picklist"
  | "openPicklist"
  | "multipicklist"
  | "base64"
  | "address"
  | "location"
  | "unknown";

/** Which attributes of a describe say how large a value may be. */
export type SizeForm = "length" | "decimal" | "digits" | "none";

export interface FieldType {
  readonly wire: WireForm;
  /** What the run time must know of the values; null for text and for what it never writes. */
  readonly kind: CodedKind | null;
  readonly size: SizeForm;
}

const text: FieldType = { wire: "text", kind: null, size: "length" };
const decimal: FieldType = { wire: "number", kind: "number", size: "decimal" };

/** A row for every field type of describe. To add one, add a row. */
const FIELD_TYPES: Readonly<Record<string, FieldType>> = {
  id: { wire: "ownId", kind: null, size: "none" },
  reference: { wire: "reference", kind: null, size: "none" },
  masterrecord: { wire: "reference", kind: null, size: "none" },
  string: text,
  textarea: text,
  phone: text,
  url: text,
  email: text,
  encryptedstring: text,
  datacategorygroupreference: text,
  combobox: { wire: "openPicklist", kind: null, size: "length" },
  picklist: { wire: "picklist", kind: null, size: "none" },
  multipicklist: { wire: "multipicklist", kind: "multipicklist", size: "none" },
  boolean: { wire: "boolean", kind: "boolean", size: "none" },
  int: { wire: "number", kind: "number", size: "digits" },
  long: { wire: "number", kind: "number", size: "digits" },
  double: decimal,
  currency: decimal,
  percent: decimal,
  date: { wire: "date", kind: "date", size: "none" },
  datetime: { wire: "datetime", kind: "datetime", size: "none" },
  time: { wire: "time", kind: "time", size: "none" },
  base64: { wire: "base64", kind: "base64", size: "length" },
  address: { wire: "address", kind: null, size: "none" },
  location: { wire: "location", kind: null, size: "none" },
  anyType: { wire: "unknown", kind: null, size: "none" },
  complexvalue: { wire: "unknown", kind: null, size: "none" },
  json: { wire: "unknown", kind: null, size: "none" },
};

/** Whether this package has a row for a field type of describe. */
export function isKnownFieldType(type: string): boolean {
  return Object.hasOwn(FIELD_TYPES, type);
}

/** How values of a field type look. A type without a row is taken as text: every one added so far has been. */
export function fieldType(type: string): FieldType {
  return isKnownFieldType(type) ? (FIELD_TYPES[type] ?? text) : text;
}
