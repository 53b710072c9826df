import type { ObjectInfo } from "../catalog/object-info.js";
import { completeFeedRecord } from "../chatter/complete-feed-record.js";
import type { DataContext } from "../data-context.js";
import { recordFault } from "../http/fault.js";
import type { Value } from "../store/table.js";
import {
  checkReferences,
  checkUnique,
  checkValues,
  isRequiredOnCreate,
  refuseMissing,
} from "./check-record.js";
import { checkContent, publishVersion } from "./content-document.js";
import { creationFields, defaultValues } from "./defaults.js";
import { derivedValues } from "./derived-fields.js";
import { personName } from "./person-name.js";
import { type Changes, namesOf, refuseReadOnly } from "./record-input.js";
import { keepImages, pastedImages } from "./rich-text-images.js";

/** Creates a record and returns its id. Throws the refusal Salesforce would answer. */
export function createRecord(context: DataContext, object: ObjectInfo, input: Changes): string {
  const { keyPrefix } = object;
  if (!object.createable || keyPrefix === null) {
    const message = `entity type cannot be inserted: ${object.label}`;
    throw recordFault("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", message);
  }
  refuseReadOnly(input, (field) => field.createable);
  const pasted = pastedImages(context, object, input);
  const changes = checkValues(pasted.changes);
  const values = newValues(context, object, changes);
  refuseMissing(object.fields.filter(isRequiredOnCreate), (field) => values[field.name] ?? null);
  checkContent(context, object, changes);
  checkReferences(context, object, changes);
  checkUnique(context, object, changes);
  const id = context.ids.next(keyPrefix);
  keepImages(context, id, pasted.images, values);
  context.store.insert(object.name, id, Object.assign(values, creationFields(context, object, id)));
  if (object.name === "ContentVersion") publishVersion(context, id);
  completeFeedRecord(context, object.name, id);
  return id;
}

function newValues(context: DataContext, object: ObjectInfo, changes: Changes): Record<string, Value> {
  const values = defaultValues(context, object);
  for (const [field, value] of changes) {
    // A null OwnerId or picklist is as good as none given.
    if (value !== null) values[field.name] = value;
    else if (!field.defaultedOnCreate) values[field.name] = null;
  }
  const name = personName(object, values);
  if (name !== undefined) values.Name = name;
  const change = { values, written: namesOf(changes), before: {}, now: context.now() };
  return Object.assign(values, derivedValues(object, change));
}
