import type { CallOptions } from "../../http/call-options.js";
import type { Send } from "../../http/pipeline.js";
import { createRecord } from "./create.js";
import { deleteRecord } from "./delete.js";
import { keyText } from "./key-text.js";
import type { EncodeField } from "./record-body.js";
import { retrieveRecord, retrieveRecordBy } from "./retrieve.js";
import { type SaveOptions, toCallOptions } from "./save-options.js";
import { updateRecord } from "./update.js";
import { upsertRecord } from "./upsert.js";

type RetrieveOptions = CallOptions & { fields?: readonly string[] };

/** Single records of an sObject. */
export function createRecordClient(name: string, send: Send, encode: EncodeField) {
  return {
    name,
    create: async (record: unknown, options: SaveOptions = {}) =>
      send(createRecord(name, record, encode), toCallOptions(options)),
    retrieve: async (id: string, options: RetrieveOptions = {}) =>
      send(retrieveRecord(name, id, options.fields), options),
    retrieveBy: async (field: string, value: unknown, options?: CallOptions) =>
      send(retrieveRecordBy(name, field, keyText(value)), options),
    update: async (id: string, changes: unknown, options: SaveOptions = {}) =>
      send(updateRecord(name, id, changes, encode), toCallOptions(options)),
    upsert: async (field: string, value: unknown, record: unknown, options: SaveOptions = {}) =>
      send(upsertRecord(name, field, keyText(value), record, encode), toCallOptions(options)),
    delete: async (id: string, options?: CallOptions) => send(deleteRecord(name, id), options),
  };
}
