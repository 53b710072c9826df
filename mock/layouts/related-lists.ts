import type { ObjectInfo } from "../catalog/object-info.js";
import type { OrgContext } from "../org-context.js";
import { defaultColumns, hasListViews } from "../views/default-views.js";

const SHOWN_ROWS = 5;

/** The children of a record that its page lists. */
export function relatedLists({ catalog }: OrgContext, object: ObjectInfo): object[] {
  return (object.attributes.childRelationships ?? []).flatMap(({ childSObject, field, relationshipName }) => {
    const child = catalog.find(childSObject);
    if (child === undefined || !relationshipName || !hasListViews(child)) return [];
    const columns = fieldColumns(child).map((column) => ({
      ...column,
      fieldApiName: column.name,
      lookupId: null,
    }));
    return [
      {
        accessLevelRequiredForCreate: null,
        buttons: [],
        columns,
        custom: child.attributes.custom,
        field: `${child.name}.${field}`,
        label: child.attributes.labelPlural,
        limitRows: SHOWN_ROWS,
        name: relationshipName,
        sobject: child.name,
        sort: columns.slice(0, 1).map(({ name }) => ({ ascending: true, column: name })),
      },
    ];
  });
}

/** A column of a list that is no list view. */
export interface FieldColumn {
  readonly field: string;
  readonly format: string | null;
  readonly label: string;
  readonly name: string;
  readonly sortable: boolean;
}

/** The fields of the object itself that its lists show. */
export function fieldColumns(object: ObjectInfo): FieldColumn[] {
  return defaultColumns(object).flatMap((name) => {
    const field = object.field(name);
    if (field === undefined) return [];
    const isTime = field.type === "date" || field.type === "datetime";
    return [
      {
        field: `${object.name}.${field.name}`,
        format: isTime ? field.type : null,
        label: field.label,
        name: field.name,
        sortable: field.sortable,
      },
    ];
  });
}
