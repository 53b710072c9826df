import type { Field, FieldRelationship } from "@jetstreamapp/soql-parser-js";

/** The path of a selected field as the query writes it, alias of the object included. */
export function selectedPath(selected: Field | FieldRelationship): string {
  return "rawValue" in selected && selected.rawValue !== undefined ? selected.rawValue : selected.field;
}
