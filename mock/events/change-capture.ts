import type { Catalog } from "../catalog/catalog.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import type { Store, StoreChange } from "../store/store.js";
import { isDeleted, type StoredRecord } from "../store/table.js";
import { type ChangeType, changePayload } from "./change-payload.js";
import type { EventLog } from "./event-log.js";

/** Change Data Capture: what was written is told of when its transaction is over. */
export interface ChangeCapture {
  /**
   * Tells of the changes that were made since the last time, as one transaction.
   *
   * @param origin what made them, such as `com/salesforce/api/rest/66.0`
   */
  commit(origin: string): void;
}

interface CaptureSetup {
  /** API names of the objects whose changes are told of. */
  readonly objects: readonly string[];
  readonly catalog: Catalog;
  readonly store: Store;
  readonly events: EventLog;
  readonly now: () => Date;
}

/** A record before and after a transaction. */
interface RecordChange {
  readonly object: ObjectInfo;
  readonly before: StoredRecord | undefined;
  after: StoredRecord | undefined;
}

/** What is to be told of records that were changed in the same way. */
interface Change {
  readonly object: ObjectInfo;
  readonly type: ChangeType;
  readonly recordIds: string[];
  readonly user: unknown;
  readonly changedFields: readonly string[];
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Where counts of commits begin: real ones are long, too. */
const FIRST_COMMIT = 10_000_000_000_000;

/** @throws TypeError where the org has no such object */
export function createChangeCapture({ objects, catalog, store, events, now }: CaptureSetup): ChangeCapture {
  const captured = new Map(objects.map((name) => [name, capturedObject(catalog, name)]));
  let pending: StoreChange[] = [];
  let commits = 0;

  function commit(origin: string): void {
    const changes = changesOf(pending, captured);
    pending = [];
    if (changes.length === 0) return;
    commits += 1;
    const transactionKey = crypto.randomUUID();
    const publishedAt = now().getTime();
    for (const [index, { object, type, recordIds, user, changedFields, fields }] of changes.entries()) {
      const header = {
        entityName: object.name,
        recordIds,
        changeType: type,
        changeOrigin: origin,
        transactionKey,
        sequenceNumber: index + 1,
        commitTimestamp: publishedAt,
        commitNumber: FIRST_COMMIT + commits,
        commitUser: user,
        changedFields,
      };
      events.add({
        channel: changeChannel(object.name),
        object: object.name,
        uuid: crypto.randomUUID(),
        payload: { ChangeEventHeader: header, ...fields },
        publishedAt,
      });
    }
  }

  if (captured.size > 0) {
    store.observe((change) => {
      if (!captured.has(change.object)) return () => {};
      // What no request of the API wrote is over with the turn.
      if (pending.length === 0) queueMicrotask(() => commit(""));
      pending.push(change);
      return () => {
        const place = pending.lastIndexOf(change);
        if (place >= 0) pending.splice(place, 1);
      };
    });
  }
  return { commit };
}

/** The channel of an object's changes. */
export function changeChannel(objectName: string): string {
  return `/data/${objectName.replace(/__c$/, "__")}ChangeEvent`;
}

function capturedObject(catalog: Catalog, name: string): ObjectInfo {
  const object = catalog.find(name);
  if (object?.name === name) return object;
  throw new TypeError(`changeEvents: the org has no object \`${name}\`.`);
}

/** Several changes of a record in a transaction are one; records with the same change are told of together. */
function changesOf(
  pending: readonly StoreChange[],
  captured: ReadonlyMap<string, ObjectInfo>,
): readonly Change[] {
  const records = new Map<string, RecordChange>();
  for (const { object: name, before, after } of pending) {
    const object = captured.get(name);
    const id = (after ?? before)?.id;
    if (object === undefined || id === undefined) continue;
    const known = records.get(id);
    if (known === undefined) records.set(id, { object, before, after });
    else known.after = after;
  }
  const changes = new Map<string, Change>();
  for (const change of records.values()) {
    const told = changeOf(change);
    if (told === undefined) continue;
    const [id = ""] = told.recordIds;
    const { object, type, changedFields, fields } = told;
    const key = type === "CREATE" ? id : JSON.stringify([object.name, type, changedFields, fields]);
    const same = changes.get(key);
    if (same === undefined) changes.set(key, told);
    else same.recordIds.push(id);
  }
  return [...changes.values()];
}

function changeOf({ object, before, after }: RecordChange): Change | undefined {
  const type = typeOf(before, after);
  const record = after ?? before;
  if (type === undefined || record === undefined) return undefined;
  const { changedFields, fields } = changePayload(object, type, before, record);
  return {
    object,
    type,
    recordIds: [record.id],
    user: record.values.LastModifiedById,
    changedFields,
    fields,
  };
}

function typeOf(before: StoredRecord | undefined, after: StoredRecord | undefined): ChangeType | undefined {
  const was = before !== undefined && !isDeleted(before);
  const is = after !== undefined && !isDeleted(after);
  if (is) return before === undefined ? "CREATE" : was ? "UPDATE" : "UNDELETE";
  return was ? "DELETE" : undefined;
}
