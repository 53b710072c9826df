import type { ObjectInfo } from "../catalog/object-info.js";
import type { DataContext } from "../data-context.js";
import { recordFault } from "../http/fault.js";
import { requireWritable } from "../records/find-record.js";
import type { Value } from "../store/table.js";
import { checkReferences, checkUnique, checkValues, refuseMissing } from "./check-record.js";
import { modificationFields } from "./defaults.js";
import { personName } from "./person-name.js";
import { type Changes, refuseReadOnly } from "./record-input.js";

/** Changes a record. Throws the refusal Salesforce would answer. */
export function updateRecord(context: DataContext, object: ObjectInfo, id: string, input: Changes): void {
  if (!object.updateable) {
    const message = `entity type cannot be updated: ${object.label}`;
    throw recordFault("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", message);
  }
  const record = requireWritable(context, object, id);
  refuseReadOnly(input, (field) => field.updateable);
  const changes = checkValues(input);
  const required = [...changes.keys()].filter((field) => !field.nillable);
  refuseMissing(required, (field) => changes.get(field) ?? null);
  checkReferences(context, object, changes);
  checkUnique(context, object, changes, id);
  const values: Record<string, Value> = modificationFields(context);
  for (const [field, value] of changes) values[field.name] = value;
  const name = personName(object, { ...record.values, ...values });
  context.store.replace(object.name, record, name === undefined ? values : { ...values, Name: name });
}
