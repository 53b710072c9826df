import type { ObjectInfo } from "../catalog/object-info.js";
import type { DataContext } from "../data-context.js";
import { recordFault } from "../http/fault.js";
import { isDeleted, type StoredRecord } from "../store/table.js";
import { modificationFields } from "./defaults.js";

/** Takes a record out of the recycle bin, with the children that were deleted together with it. */
export function undeleteRecord(context: DataContext, object: ObjectInfo, id: string): void {
  const record = context.store.table(object.name).get(id);
  if (record === undefined) throw recordFault("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
  if (!isDeleted(record)) throw recordFault("UNDELETE_FAILED", "Entity is not in the recycle bin");
  context.store.transaction(() => bringBack(context, object, record));
}

function bringBack(context: DataContext, object: ObjectInfo, record: StoredRecord): void {
  context.store.replace(object.name, record, { ...modificationFields(context), IsDeleted: false });
  for (const reference of context.catalog.incoming(object.name)) {
    if (!reference.cascadeDelete) continue;
    const children = context.store.table(reference.object.name).lookup(reference.field, record.id);
    for (const child of children) if (wentWith(child, record)) bringBack(context, reference.object, child);
  }
}

/** Both were last changed by the deletion, so at the same time. */
function wentWith(child: StoredRecord, parent: StoredRecord): boolean {
  return isDeleted(child) && child.values.SystemModstamp === parent.values.SystemModstamp;
}
