import type { CallOptions } from "../../http/call-options.js";
import type { Send } from "../../http/pipeline.js";
import { checkList } from "./check-list.js";
import { createRecords } from "./create-many.js";
import { createTrees, type TreeObjectOf } from "./create-tree.js";
import { deleteRecords } from "./delete-many.js";
import { retrieveMany } from "./retrieve-many.js";
import type { SaveOptions } from "./save-options.js";
import { updateRecords } from "./update-many.js";
import { upsertRecords } from "./upsert-many.js";
import { type WriteOptions, writeMany } from "./write-many.js";

type Records = readonly unknown[];

/** Many records of an sObject with one call. */
export function createCollections(name: string, send: Send, objectOf: TreeObjectOf) {
  const { encode } = objectOf(name);
  return {
    createMany: async (records: Records, options: WriteOptions = {}) =>
      writeMany(send, checkList(records, "records"), options, createRecords(name, encode)),
    createTree: async (records: Records, options: SaveOptions = {}) =>
      createTrees(send, name, checkList(records, "records"), objectOf, options),
    retrieveMany: async (ids: readonly string[], options: CallOptions & { fields: readonly string[] }) =>
      retrieveMany(send, name, checkList(ids, "ids"), options),
    updateMany: async (records: Records, options: WriteOptions = {}) =>
      writeMany(send, checkList(records, "records"), options, updateRecords(name, encode)),
    upsertMany: async (field: string, records: Records, options: WriteOptions = {}) =>
      writeMany(send, checkList(records, "records"), options, upsertRecords(name, field, encode)),
    deleteMany: async (ids: readonly string[], options: WriteOptions = {}) =>
      writeMany(send, checkList(ids, "ids"), options, deleteRecords),
  };
}
