import type { FieldInfo } from "../catalog/field-info.js";
import { decodeBase64 } from "../http/base64.js";
import type { Answer } from "../http/call.js";
import { notFound } from "../http/fault.js";
import type { StoredRecord } from "../store/table.js";

const UNKNOWN_TYPE = "application/octet-stream";

/** The content of a blob field, such as `Attachment.Body`, in the type the record says it has. */
export function blobAnswer(record: StoredRecord, field: FieldInfo): Answer {
  const content = record.values[field.name];
  if (typeof content !== "string") throw notFound();
  const { ContentType } = record.values;
  const type = typeof ContentType === "string" ? ContentType : UNKNOWN_TYPE;
  return { status: 200, headers: {}, content: { type, data: decodeBase64(content) } };
}
