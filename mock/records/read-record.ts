import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import type { StoredRecord, Value } from "../store/table.js";

/** A record as answers carry it. */
export type RecordAnswer = { attributes: { type: string; url: string }; [field: string]: unknown };

export function attributesOf(object: ObjectInfo, id: string, dataPath: string): RecordAnswer["attributes"] {
  return { type: object.name, url: `${dataPath}/sobjects/${object.name}/${id}` };
}

/** A record with the given fields, under the API version of `dataPath` (`/services/data/v66.0`). */
export function readRecord(
  object: ObjectInfo,
  record: StoredRecord,
  fields: readonly FieldInfo[],
  dataPath: string,
): RecordAnswer {
  const answer: RecordAnswer = { attributes: attributesOf(object, record.id, dataPath) };
  for (const field of fields) answer[field.name] = readField(object, field, record, dataPath);
  return answer;
}

/** A field's value as answers carry it: addresses put together, blobs as the path of their content. */
export function readField(
  object: ObjectInfo,
  field: FieldInfo,
  record: StoredRecord,
  dataPath: string,
): unknown {
  if (field.kind === "compound") return readCompound(object, field, record);
  const value = record.values[field.name] ?? null;
  if (field.kind !== "binary" || value === null) return value;
  return `${dataPath}/sobjects/${object.name}/${record.id}/${field.name}`;
}

function readCompound(
  object: ObjectInfo,
  field: FieldInfo,
  record: StoredRecord,
): Record<string, Value> | null {
  const parts = object.parts(field.name);
  const compound: Record<string, Value> = {};
  let filled = false;
  for (const part of parts) {
    const value = record.values[part.field] ?? null;
    filled ||= value !== null;
    compound[part.key] = value;
  }
  return filled ? compound : null;
}
