/** How values of a field type are kept and compared. */
export type ValueKind =
  | "text"
  | "id"
  | "boolean"
  | "number"
  | "date"
  | "datetime"
  | "time"
  | "binary"
  | "compound";

interface FieldType {
  readonly kind: ValueKind;
  readonly soapType: string;
}

const TEXT: FieldType = { kind: "text", soapType: "xsd:string" };
const NUMBER: FieldType = { kind: "number", soapType: "xsd:double" };

const FIELD_TYPES: Readonly<Record<string, FieldType>> = {
  id: { kind: "id", soapType: "tns:ID" },
  reference: { kind: "id", soapType: "tns:ID" },
  boolean: { kind: "boolean", soapType: "xsd:boolean" },
  int: { kind: "number", soapType: "xsd:int" },
  long: { kind: "number", soapType: "xsd:long" },
  double: NUMBER,
  currency: NUMBER,
  percent: NUMBER,
  date: { kind: "date", soapType: "xsd:date" },
  datetime: { kind: "datetime", soapType: "xsd:dateTime" },
  time: { kind: "time", soapType: "xsd:time" },
  base64: { kind: "binary", soapType: "xsd:base64Binary" },
  address: { kind: "compound", soapType: "urn:address" },
  location: { kind: "compound", soapType: "urn:location" },
  anyType: { kind: "text", soapType: "xsd:anyType" },
};

/** A type this table does not name holds text. */
export function fieldType(type: string): FieldType {
  return Object.hasOwn(FIELD_TYPES, type) ? (FIELD_TYPES[type] ?? TEXT) : TEXT;
}
