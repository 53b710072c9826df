import type { DataContext } from "../data-context.js";
import type { Value } from "../store/table.js";
import { creationFields, defaultValues, modificationFields } from "./defaults.js";

/**
 * Puts in a record that only the org itself makes. Orgs whose describes lack the object have it all the same.
 *
 * @param keyPrefix of its id, where the describes do not say
 */
export function insertSystemRecord(
  context: DataContext,
  name: string,
  keyPrefix: string,
  values: Readonly<Record<string, Value>>,
): string {
  const object = context.catalog.find(name);
  const id = context.ids.next(object?.keyPrefix ?? keyPrefix);
  const usual =
    object === undefined
      ? { Id: id, ...modificationFields(context) }
      : { ...defaultValues(context, object), ...creationFields(context, object, id) };
  context.store.insert(name, id, { ...usual, ...values });
  return id;
}
