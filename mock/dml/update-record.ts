import { refuseLocked } from "../approvals/record-lock.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import type { DataContext } from "../data-context.js";
import { recordFault } from "../http/fault.js";
import { requireWritable } from "../records/find-record.js";
import type { Value } from "../store/table.js";
import { checkReferences, checkUnique, checkValues, refuseMissing } from "./check-record.js";
import { modificationFields } from "./defaults.js";
import { derivedValues } from "./derived-fields.js";
import { personName } from "./person-name.js";
import { type Changes, namesOf, refuseReadOnly } from "./record-input.js";
import { keepImages, pastedImages } from "./rich-text-images.js";

/** Changes a record. Throws the refusal Salesforce would answer. */
export function updateRecord(context: DataContext, object: ObjectInfo, id: string, input: Changes): void {
  if (!object.updateable) {
    const message = `entity type cannot be updated: ${object.label}`;
    throw recordFault("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", message);
  }
  const record = requireWritable(context, object, id);
  refuseLocked(context, id);
  refuseReadOnly(input, (field) => field.updateable);
  const pasted = pastedImages(context, object, input);
  const changes = checkValues(pasted.changes);
  const required = [...changes.keys()].filter((field) => !field.nillable);
  refuseMissing(required, (field) => changes.get(field) ?? null);
  checkReferences(context, object, changes);
  checkUnique(context, object, changes, id);
  const values: Record<string, Value> = modificationFields(context);
  for (const [field, value] of changes) values[field.name] = value;
  keepImages(context, id, pasted.images, values);
  const whole = { ...record.values, ...values };
  const name = personName(object, whole);
  if (name !== undefined) values.Name = name;
  const change = { values: whole, written: namesOf(changes), before: record.values, now: context.now() };
  context.store.replace(object.name, record, { ...values, ...derivedValues(object, change) });
}
