import { remembered } from "../../async/remembered.js";
import type { CallOptions } from "../../http/call-options.js";
import { operation } from "../../http/operation.js";
import type { Send } from "../../http/pipeline.js";
import type { ObjectMetadata } from "../../schema/metadata.js";
import type { Subquery } from "../../schema/subquery.js";
import type { CoalesceSettings } from "../../settings/settings.js";
import type { AggregateInput } from "../../soql/aggregate.js";
import type { FindInput } from "../../soql/build.js";
import type { Query } from "../query/query.js";
import { coalescedCalls } from "./coalesced.js";
import { createRecord } from "./create.js";
import { createRecords } from "./create-many.js";
import { createTrees } from "./create-tree.js";
import { deleteRecord } from "./delete.js";
import { deleteRecords } from "./delete-many.js";
import { findIds } from "./find-ids.js";
import { keyText } from "./key-text.js";
import { type PicklistOptions, picklistEntries } from "./picklist.js";
import { recordTypeId } from "./record-type.js";
import { retrieveRecord, retrieveRecordBy } from "./retrieve.js";
import { retrieveMany } from "./retrieve-many.js";
import { type SaveOptions, toCallOptions } from "./save-options.js";
import type { SObjectClient } from "./sobject-client.js";
import { updateRecord } from "./update.js";
import { updateRecords } from "./update-many.js";
import { upsertRecord } from "./upsert.js";
import { upsertRecords } from "./upsert-many.js";
import { type WriteOptions, writeMany } from "./write-many.js";

/** What an sObject's client needs of the query family. */
export interface Queries {
  find(object: string, args: FindInput, options?: CallOptions): Query<unknown>;
  aggregate(object: string, args: AggregateInput, options?: CallOptions): Query<unknown>;
  count(object: string, args: object, options?: CallOptions): Promise<number>;
  subquery(object: string, field: string, args: unknown): Subquery<unknown>;
}

/** {@link SObjectClient} as run time sees it, without an org's types. */
interface UntypedClient {
  readonly name: string;
  create(record: unknown, options?: SaveOptions): Promise<string>;
  retrieve(id: string, options?: CallOptions & { fields?: readonly string[] }): Promise<unknown>;
  retrieveBy(field: string, value: unknown, options?: CallOptions): Promise<unknown>;
  update(id: string, changes: unknown, options?: SaveOptions): Promise<void>;
  upsert(field: string, value: unknown, record: unknown, options?: SaveOptions): Promise<unknown>;
  delete(id: string, options?: CallOptions): Promise<void>;
  createMany(records: readonly unknown[], options?: WriteOptions): Promise<unknown>;
  createTree(records: readonly unknown[], options?: SaveOptions): Promise<unknown>;
  retrieveMany(
    ids: readonly string[],
    options: CallOptions & { fields: readonly string[] },
  ): Promise<unknown>;
  updateMany(records: readonly unknown[], options?: WriteOptions): Promise<unknown>;
  upsertMany(field: string, records: readonly unknown[], options?: WriteOptions): Promise<unknown>;
  deleteMany(ids: readonly string[], options?: WriteOptions): Promise<unknown>;
  updateWhere(where: unknown, changes: object, options?: WriteOptions): Promise<unknown>;
  deleteWhere(where: unknown, options?: WriteOptions): Promise<unknown>;
  find(args: FindInput, options?: CallOptions): Query<unknown>;
  aggregate(args: AggregateInput, options?: CallOptions): Query<unknown>;
  count(args?: object, options?: CallOptions): Promise<number>;
  subquery(field: string, args?: unknown): Subquery<unknown>;
  picklist(field: string, options?: PicklistOptions): Promise<unknown>;
  recordTypeId(developerName: string): Promise<string>;
}

export function createSObjectClient<S, N extends keyof S & string>(
  name: N,
  send: Send,
  queries: Queries,
  objectOf: (name: string) => ObjectMetadata,
  coalesce?: CoalesceSettings,
): SObjectClient<S, N> {
  // Shared by all who ask, so no one's signal may end it.
  const describe = remembered(() =>
    send(operation("get", "/sobjects/{sobject}/describe", { path: { sobject: name } })),
  );
  const { fields: kinds } = objectOf(name);
  const coalesced = coalesce && coalescedCalls(name, send, kinds, coalesce);
  const client: UntypedClient = {
    name,
    create: async (record, options = {}) =>
      coalesced === undefined
        ? send(createRecord(name, record, kinds), toCallOptions(options))
        : coalesced.create(record, options),
    retrieve: async (id, { fields, ...options } = {}) =>
      coalesced === undefined || fields === undefined
        ? send(retrieveRecord(name, id, fields), options)
        : coalesced.retrieve(id, fields, options),
    retrieveBy: async (field, value, options) => send(retrieveRecordBy(name, field, keyText(value)), options),
    update: async (id, changes, options = {}) =>
      send(updateRecord(name, id, changes, kinds), toCallOptions(options)),
    upsert: async (field, value, record, options = {}) =>
      send(upsertRecord(name, field, keyText(value), record, kinds), toCallOptions(options)),
    delete: async (id, options) => send(deleteRecord(name, id), options),
    createMany: (records, options = {}) => writeMany(send, records, options, createRecords(name, kinds)),
    createTree: (records, options = {}) => createTrees(send, name, records, objectOf, options),
    retrieveMany: (ids, options) => retrieveMany(send, name, ids, options),
    updateMany: (records, options = {}) => writeMany(send, records, options, updateRecords(name, kinds)),
    upsertMany: (field, records, options = {}) =>
      writeMany(send, records, options, upsertRecords(name, field, kinds)),
    deleteMany: (ids, options = {}) => writeMany(send, ids, options, deleteRecords),
    async updateWhere(where, changes, options = {}) {
      const ids = await findIds(queries, name, where, options);
      const records = ids.map((Id) => ({ ...changes, Id }));
      return writeMany(send, records, options, updateRecords(name, kinds));
    },
    async deleteWhere(where, options = {}) {
      const ids = await findIds(queries, name, where, options);
      return writeMany(send, ids, options, deleteRecords);
    },
    find: (args, options) => queries.find(name, args, options),
    aggregate: (args, options) => queries.aggregate(name, args, options),
    count: (args = {}, options) => queries.count(name, args, options),
    subquery: (field, args = {}) => queries.subquery(name, field, args),
    picklist: async (field, options = {}) => picklistEntries(await describe(), field, options),
    recordTypeId: async (developerName) => recordTypeId(await describe(), developerName),
  };
  // The one place where an org's types meet the wire.
  return client as unknown as SObjectClient<S, N>;
}
