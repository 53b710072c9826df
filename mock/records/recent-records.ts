import type { ObjectInfo } from "../catalog/object-info.js";
import type { DataContext } from "../data-context.js";
import { isDeleted, type StoredRecord } from "../store/table.js";
import { type RecordAnswer, readRecord } from "./read-record.js";

/** The records of an object that were changed last, the latest first, with their id and name. */
export function recentRecords(
  context: DataContext,
  object: ObjectInfo,
  most: number,
  dataPath: string,
): RecordAnswer[] {
  const fields = [object.field("Id"), object.nameField].filter((field) => field !== undefined);
  return latestRecords(context, object, most).map((record) => readRecord(object, record, fields, dataPath));
}

/** The records of an object that were changed last, the latest first. */
export function latestRecords(context: DataContext, object: ObjectInfo, most: number): StoredRecord[] {
  const records: StoredRecord[] = [];
  for (const record of context.store.table(object.name).all()) if (!isDeleted(record)) records.push(record);
  return records.sort(byChange).slice(0, most);
}

/** Sorts the latest change first, and of changes at one time the younger record. */
export function byChange(a: StoredRecord, b: StoredRecord): number {
  const [changedA, changedB] = [String(a.values.LastModifiedDate), String(b.values.LastModifiedDate)];
  if (changedA === changedB) return b.sequence - a.sequence;
  return changedA < changedB ? 1 : -1;
}
