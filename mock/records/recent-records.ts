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
  const records: StoredRecord[] = [];
  for (const record of context.store.table(object.name).all()) if (!isDeleted(record)) records.push(record);
  const changed = (record: StoredRecord): string => String(record.values.LastModifiedDate);
  records.sort((a, b) =>
    changed(a) === changed(b) ? b.sequence - a.sequence : changed(a) < changed(b) ? 1 : -1,
  );
  const fields = [object.field("Id"), object.nameField].filter((field) => field !== undefined);
  return records.slice(0, most).map((record) => readRecord(object, record, fields, dataPath));
}
