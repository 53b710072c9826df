import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import type { ListViewDefinitions } from "./list-view.js";

/** Types of fields that fit into a column. */
const SHOWN: ReadonlySet<string> = new Set([
  "currency",
  "date",
  "email",
  "phone",
  "picklist",
  "string",
  "url",
]);
const MORE_COLUMNS = 3;

/** Whether an object has a tab, and list views there. */
export function hasListViews({ attributes, keyPrefix, queryable }: ObjectInfo): boolean {
  return attributes.layoutable === true && keyPrefix !== null && queryable;
}

/** What every object with list views has from its first day. */
export function defaultViews(object: ObjectInfo): ListViewDefinitions {
  const plural = String(object.attributes.labelPlural);
  // An object of the org's own has no plural in the names.
  const suffix = object.attributes.custom === true ? "" : plural.replaceAll(/\W/g, "");
  const mine = object.field("OwnerId") !== undefined;
  return {
    [`All${suffix}`]: { label: suffix === "" ? "All" : `All ${plural}` },
    ...(mine && { [`My${suffix}`]: { label: `My ${plural}`, filterScope: "Mine" as const } }),
    [`RecentlyViewed${suffix}`]: { label: `Recently Viewed ${plural}`, filterScope: "Mru" as const },
  };
}

/** The name, some fields that say most of a record, and whose it is. */
export function defaultColumns(object: ObjectInfo): string[] {
  const names = [object.nameField?.name ?? "Id"];
  const fits = (field: FieldInfo) =>
    SHOWN.has(field.type) &&
    field.createable &&
    field.compoundFieldName === null &&
    !names.includes(field.name);
  for (const { name } of object.fields.filter(fits).slice(0, MORE_COLUMNS)) names.push(name);
  if (object.parent("Owner") !== undefined) names.push("Owner.Alias");
  return names;
}
