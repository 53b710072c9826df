import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import { noSuchColumn } from "../http/fault.js";

/** The fields a caller names, the id first whether named or not; every field where none are named. */
export function readFieldList(object: ObjectInfo, names: readonly string[] | null): readonly FieldInfo[] {
  if (names === null) return object.fields;
  const fields = new Set<FieldInfo>();
  for (const name of names) {
    const field = object.field(name.trim());
    if (field === undefined) throw noSuchColumn(name.trim(), object.name);
    fields.add(field);
  }
  const id = object.field("Id");
  if (id !== undefined) fields.add(id);
  return [...fields];
}

/** The `fields` parameter of a URL; null where it is not given. */
export function fieldsParameter(query: URLSearchParams): string[] | null {
  const text = query.get("fields");
  return text === null || text === "" ? null : text.split(",");
}
