import type { CompleteField } from "../catalog/describe-defaults.js";
import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import { isRequiredOnCreate } from "../dml/check-record.js";

/** A place of a layout. */
export interface LayoutItem {
  readonly editableForNew: boolean;
  readonly editableForUpdate: boolean;
  readonly label: string | null;
  readonly layoutComponents: readonly LayoutComponent[];
  readonly placeholder: boolean;
  readonly required: boolean;
}

interface LayoutComponent {
  readonly details: CompleteField | null;
  readonly displayLines: number;
  readonly tabOrder: number;
  readonly type: "Field" | "Separator" | "EmptySpace";
  readonly value: string | null;
}

/** Makes the places of fields, numbered for the tab key in the order in which they are made. */
export type MakeItem = (fields: readonly FieldInfo[], separator?: string) => LayoutItem;

export function itemMaker(object: ObjectInfo): MakeItem {
  const details = new Map(object.describedFields().map((field) => [field.name, field]));
  let tabOrder = 0;
  return (fields, separator = " ") => {
    const [first] = fields;
    if (first === undefined) return EMPTY;
    tabOrder += 1;
    const component = (field: FieldInfo): LayoutComponent => ({
      details: details.get(field.name) ?? null,
      displayLines: 1,
      tabOrder,
      type: "Field",
      value: field.name,
    });
    const between: LayoutComponent = {
      details: null,
      displayLines: 1,
      tabOrder,
      type: "Separator",
      value: separator,
    };
    return {
      editableForNew: fields.some((field) => field.createable),
      editableForUpdate: fields.some((field) => field.updateable),
      label: labelOf(first),
      layoutComponents: fields.flatMap((field, place) =>
        place === 0 ? [component(field)] : [between, component(field)],
      ),
      placeholder: false,
      required: fields.some(isRequiredOnCreate),
    };
  };
}

/** A place with nothing in it. */
export const EMPTY: LayoutItem = {
  editableForNew: false,
  editableForUpdate: false,
  label: null,
  layoutComponents: [],
  placeholder: true,
  required: false,
};

/** A lookup is shown as the record it leads to. */
function labelOf(field: FieldInfo): string {
  return field.type === "reference" ? field.label.replace(/ ID$/, "") : field.label;
}
