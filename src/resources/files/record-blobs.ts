import { SettingsError } from "../../errors.js";
import { createSendAs } from "../../http/answer-in-form.js";
import type { BlobOptions } from "../../http/blob-options.js";
import type { CallOptions } from "../../http/call-options.js";
import { sendWithBlob } from "../../http/record-form.js";
import type { BlobFormName } from "../../http/request-call.js";
import { createRecord } from "../sobject/create.js";
import { type SaveOptions, toCallOptions } from "../sobject/save-options.js";
import { updateRecord } from "../sobject/update.js";
import { blobRequest } from "./blob-request.js";
import type { FileParts } from "./file-parts.js";

type WriteOptions = SaveOptions & BlobOptions;

/** Reads and writes the blob fields of an object. */
export function createRecordBlobs(name: string, parts: FileParts) {
  const { send } = parts;
  const { fields } = parts.objectOf(name);
  const encode = parts.encodeOf(name);
  const sendAs = createSendAs(parts.handler, parts);
  const check = (field: string) => {
    if (fields[field] === "base64") return;
    const blobs = Object.keys(fields).filter((known) => fields[known] === "base64");
    throw wrong(
      `${JSON.stringify(field)} is no blob field of ${name}.`,
      blobs.length === 0 ? "It has none." : `It has ${blobs.join(", ")}.`,
    );
  };
  const checkBeside = (record: unknown, field: string) => {
    check(field);
    if (typeof record !== "object" || record === null || !(field in record)) return;
    throw wrong(`The record has ${field}, too.`, "Give its content beside the record only.");
  };
  return {
    async blob(id: string, field: string, options: CallOptions & { as?: BlobFormName } = {}) {
      check(field);
      const { as = "bytes", ...call } = options;
      return sendAs(blobRequest(name, id, field), as, call);
    },
    async createWithBlob(record: unknown, field: string, content: unknown, options: WriteOptions = {}) {
      checkBeside(record, field);
      const blob = { ...options, field, content };
      return sendWithBlob(send, createRecord(name, record, encode), blob, toCallOptions(options));
    },
    async updateWithBlob(
      id: string,
      changes: unknown,
      field: string,
      content: unknown,
      options: WriteOptions = {},
    ) {
      checkBeside(changes, field);
      const blob = { ...options, field, content };
      return sendWithBlob(send, updateRecord(name, id, changes, encode), blob, toCallOptions(options));
    },
  };
}

function wrong(message: string, hint: string): SettingsError {
  return new SettingsError("settings.blob", message, { hint });
}
