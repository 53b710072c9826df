import type { DataContext } from "../data-context.js";
import type { Value } from "../store/table.js";
import { creationFields, defaultValues, modificationFields } from "./defaults.js";

type Values = Readonly<Record<string, Value>>;

/**
 * Puts in a record that only the org itself makes. Orgs whose describes lack the object have it all the same.
 *
 * @param object its name, and how its ids begin where no describe says it
 */
export function insertOwnRecord(
  context: DataContext,
  { name, keyPrefix }: { readonly name: string; readonly keyPrefix: string },
  values: (id: string) => Values,
): string {
  const object = context.catalog.find(name);
  const id = context.ids.next(object?.keyPrefix ?? keyPrefix);
  const usual =
    object === undefined
      ? { Id: id, ...modificationFields(context) }
      : { ...defaultValues(context, object), ...creationFields(context, object, id) };
  context.store.insert(name, id, { ...usual, ...values(id) });
  return id;
}
