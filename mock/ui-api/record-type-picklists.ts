import type { ObjectInfo, RecordTypeInfo } from "../catalog/object-info.js";
import type { DataContext } from "../data-context.js";

/**
 * The values that record types offer, by object and developer name of the record type, such as
 * `{ "Account.Partner": { Industry: ["Banking", "Energy"] } }`.
 */
export type RecordTypePicklists = Readonly<
  Record<string, Readonly<Record<string, readonly string[] | undefined>>>
>;

/** @throws TypeError where one names a record type, picklist or value that is not there */
export function checkRecordTypePicklists(
  { catalog }: Pick<DataContext, "catalog">,
  picklists: RecordTypePicklists,
): RecordTypePicklists {
  for (const [key, fields] of Object.entries(picklists)) {
    const place = `recordTypePicklists["${key}"]`;
    const [objectName = "", developerName = ""] = key.split(".");
    const object = catalog.find(objectName);
    if (!object?.recordTypes.some((type) => type.developerName === developerName)) {
      throw new TypeError(
        `${place}: the org has no such record type. Write object and developer name, as "Account.Partner".`,
      );
    }
    for (const [name, values = []] of Object.entries(fields)) {
      const known = new Set(object.field(name)?.picklist.map(({ value }) => value));
      const unknown = values.find((value) => !known.has(value));
      if (known.size > 0 && unknown === undefined) continue;
      throw new TypeError(
        known.size === 0
          ? `${place}: ${object.name} has no picklist \`${name}\`.`
          : `${place}.${name}: the picklist does not have ${JSON.stringify(unknown)}.`,
      );
    }
  }
  return picklists;
}

/** The values that a record type offers of a picklist; undefined where it offers all. */
export function offeredValues(
  picklists: RecordTypePicklists,
  object: ObjectInfo,
  type: Pick<RecordTypeInfo, "developerName">,
  field: string,
): readonly string[] | undefined {
  const key = `${object.name}.${type.developerName}`;
  return Object.hasOwn(picklists, key) ? picklists[key]?.[field] : undefined;
}
