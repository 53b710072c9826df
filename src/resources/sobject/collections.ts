import type { CallOptions } from "../../http/call-options.js";
import type { Send } from "../../http/pipeline.js";
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
    createMany: (records: Records, options: WriteOptions = {}) =>
      writeMany(send, records, options, createRecords(name, encode)),
    createTree: (records: Records, options: SaveOptions = {}) =>
      createTrees(send, name, records, objectOf, options),
    retrieveMany: (ids: readonly string[], options: CallOptions & { fields: readonly string[] }) =>
      retrieveMany(send, name, ids, options),
    updateMany: (records: Records, options: WriteOptions = {}) =>
      writeMany(send, records, options, updateRecords(name, encode)),
    upsertMany: (field: string, records: Records, options: WriteOptions = {}) =>
      writeMany(send, records, options, upsertRecords(name, field, encode)),
    deleteMany: (ids: readonly string[], options: WriteOptions = {}) =>
      writeMany(send, ids, options, deleteRecords),
  };
}
