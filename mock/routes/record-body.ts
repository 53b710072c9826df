import { encodeBase64 } from "../http/base64.js";
import type { ApiCall } from "../http/call.js";
import { requestFault } from "../http/fault.js";
import { expectObject, isJsonObject, type JsonObject } from "../http/json-body.js";
import type { FilePart } from "../http/multipart.js";

/** The record in a request's body; the files of a multipart one are values of the fields they are named after. */
export function recordBody(call: ApiCall): JsonObject {
  const record = expectObject(call.body());
  const files = [...call.files()];
  if (files.length === 0) return record;
  return {
    ...record,
    ...Object.fromEntries(files.map(([field, { bytes }]) => [field, encodeBase64(bytes)])),
  };
}

/**
 * A record of a collection with its file: its attributes name the part (`binaryPartName`) and the field that part is
 * for (`binaryPartNameAlias`).
 */
export function withFile(record: JsonObject, files: ReadonlyMap<string, FilePart>): JsonObject {
  const { binaryPartName, binaryPartNameAlias } = isJsonObject(record.attributes) ? record.attributes : {};
  if (binaryPartName === undefined) return record;
  return { ...record, [String(binaryPartNameAlias)]: encodeBase64(partNamed(files, binaryPartName).bytes) };
}

export function partNamed(files: ReadonlyMap<string, FilePart>, name: unknown): FilePart {
  const part = files.get(String(name));
  if (part !== undefined) return part;
  throw requestFault(
    400,
    "INVALID_MULTIPART_REQUEST",
    `The multipart message has no binary part called ${String(name)}`,
  );
}
