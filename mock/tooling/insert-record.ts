import type { DataContext } from "../data-context.js";
import { creationFields, defaultValues } from "../dml/defaults.js";
import type { Value } from "../store/table.js";
import { toolingCatalog } from "./tooling-catalog.js";

/** Puts in a record that the org itself writes, and returns its id. */
export function insertToolingRecord(
  context: DataContext,
  objectName: string,
  given: Record<string, Value>,
): string {
  const object = toolingCatalog().find(objectName);
  if (object === undefined || object.keyPrefix === null) throw new Error(`There is no object ${objectName}.`);
  const id = context.ids.next(object.keyPrefix);
  const values = { ...defaultValues(context, object), ...given, ...creationFields(context, object, id) };
  context.store.insert(object.name, id, values);
  return id;
}
