import type { FieldInfo } from "../catalog/field-info.js";
import type { ScalarName } from "./scalars.js";

/** Longer text areas are told apart. */
const LONGEST_TEXT_AREA = 255;

const BY_TYPE: Readonly<Record<string, ScalarName>> = {
  id: "ID",
  reference: "ID",
  boolean: "Boolean",
  int: "Int",
  long: "Long",
  double: "Double",
  currency: "Currency",
  percent: "Percent",
  date: "Date",
  datetime: "DateTime",
  time: "Time",
  email: "Email",
  phone: "PhoneNumber",
  url: "Url",
  picklist: "Picklist",
  multipicklist: "MultiPicklist",
  encryptedstring: "EncryptedString",
};

/** The scalar of a field's values; undefined for those that GraphQL does not have: blobs and compound fields. */
export function fieldScalar(field: FieldInfo): ScalarName | undefined {
  if (field.kind === "binary" || field.kind === "compound") return undefined;
  if (field.type !== "textarea") return BY_TYPE[field.type] ?? "String";
  if (field.extraTypeInfo === "richtextarea") return "RichTextArea";
  return field.length > LONGEST_TEXT_AREA ? "LongTextArea" : "TextArea";
}
