import { refuseLocked } from "../approvals/record-lock.js";
import type { IncomingReference } from "../catalog/catalog.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import { recountFeed } from "../chatter/complete-feed-record.js";
import type { DataContext } from "../data-context.js";
import { recordFault } from "../http/fault.js";
import { findByField, requireWritable } from "../records/find-record.js";
import type { StoredRecord } from "../store/table.js";
import { modificationFields } from "./defaults.js";

/**
 * Moves a record to the recycle bin with the children that depend on it, and empties lookups to it. Nothing is
 * changed where a child forbids it.
 */
export function deleteRecord(context: DataContext, object: ObjectInfo, id: string): void {
  if (!object.deletable) {
    throw recordFault("INSUFFICIENT_ACCESS_OR_READONLY", `entity type cannot be deleted: ${object.label}`);
  }
  requireWritable(context, object, id);
  refuseLocked(context, id);
  context.store.transaction(() => remove(context, object, id));
}

/** Deletes a record and takes it out of the recycle bin, too. */
export function hardDeleteRecord(context: DataContext, object: ObjectInfo, id: string): void {
  context.store.transaction(() => {
    deleteRecord(context, object, id);
    context.store.erase(object.name, id);
  });
}

function remove(context: DataContext, object: ObjectInfo, id: string): void {
  const record = context.store.table(object.name).get(id);
  if (record === undefined || record.values.IsDeleted === true) return;
  context.store.replace(object.name, record, { ...modificationFields(context), IsDeleted: true });
  recountFeed(context, object.name, record);
  for (const reference of context.catalog.incoming(object.name)) {
    for (const child of findByField(context, reference.object, reference.field, id)) {
      release(context, reference, child);
    }
  }
}

function release(context: DataContext, reference: IncomingReference, child: StoredRecord): void {
  const { object, field } = reference;
  if (reference.restrictedDelete) {
    const message =
      "Your attempt to delete this record could not be completed because it is associated with " +
      `the following ${object.attributes.labelPlural ?? object.name}: ${child.id}`;
    throw recordFault("DELETE_FAILED", message);
  }
  if (reference.cascadeDelete) remove(context, object, child.id);
  else if (field.nillable) context.store.replace(object.name, child, { [field.name]: null });
}
