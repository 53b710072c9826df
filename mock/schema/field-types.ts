import type { FieldDescribe } from "./field-describe.js";

/** The words a describe uses for `type`. */
export type FieldType =
  | "id"
  | "reference"
  | "string"
  | "textarea"
  | "phone"
  | "url"
  | "email"
  | "picklist"
  | "multipicklist"
  | "combobox"
  | "encryptedstring"
  | "boolean"
  | "int"
  | "long"
  | "double"
  | "currency"
  | "percent"
  | "date"
  | "datetime"
  | "time"
  | "base64"
  | "address"
  | "location"
  | "anyType"
  | "complexvalue"
  | "datacategorygroupreference"
  | "json";

const ordered = { filterable: true, sortable: true, aggregatable: true } as const;
const grouped = { ...ordered, groupable: true } as const;
const written = { createable: true, updateable: true, nillable: true, permissionable: true } as const;
const number = { ...written, ...ordered, soapType: "xsd:double" } as const;

/** What Salesforce says of a plain, optional, writable field of each type. */
export const fieldTypes = {
  id: {
    ...grouped,
    soapType: "tns:ID",
    length: 18,
    byteLength: 18,
    idLookup: true,
    defaultedOnCreate: true,
  },
  reference: { ...written, ...grouped, soapType: "tns:ID", length: 18, byteLength: 18 },
  string: { ...written, ...grouped },
  textarea: { ...written, ...grouped, extraTypeInfo: "plaintextarea" },
  phone: { ...written, ...grouped, length: 40 },
  url: { ...written, ...grouped, length: 255 },
  email: { ...written, ...grouped, length: 80 },
  picklist: { ...written, ...grouped, length: 255 },
  multipicklist: { ...written, filterable: true, length: 4099, byteLength: 4099 },
  combobox: { ...written, ...ordered, length: 255 },
  encryptedstring: { ...written, encrypted: true },
  boolean: {
    ...written,
    nillable: false,
    filterable: true,
    sortable: true,
    groupable: true,
    defaultedOnCreate: true,
    defaultValue: false,
    soapType: "xsd:boolean",
  },
  int: { ...written, ...grouped, soapType: "xsd:int" },
  long: { ...written, ...grouped, soapType: "xsd:long" },
  double: number,
  currency: number,
  percent: number,
  date: { ...written, ...grouped, soapType: "xsd:date" },
  datetime: { ...written, ...ordered, soapType: "xsd:dateTime" },
  time: { ...written, filterable: true, sortable: true, soapType: "xsd:time" },
  base64: { ...written, soapType: "xsd:base64Binary" },
  address: {
    nillable: true,
    filterable: true,
    permissionable: true,
    queryByDistance: true,
    soapType: "urn:address",
  },
  location: { nillable: true, permissionable: true, soapType: "urn:location" },
  anyType: { nillable: true, sortable: true, soapType: "xsd:anyType" },
  complexvalue: { soapType: "xsd:anyType" },
  datacategorygroupreference: { createable: true, aggregatable: true },
  json: { ...written, soapType: "urn:json" },
} satisfies Record<FieldType, Partial<FieldDescribe>>;
