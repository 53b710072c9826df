import type { CompleteField } from "../catalog/describe-defaults.js";
import type { ObjectInfo, RecordTypeInfo } from "../catalog/object-info.js";
import { offeredValues, type RecordTypePicklists } from "./record-type-picklists.js";
import { withTag } from "./ui-tag.js";

/** A value of a picklist as describes have it. */
interface DescribedValue {
  readonly active?: boolean;
  readonly defaultValue?: boolean;
  readonly label?: string | null;
  readonly validFor?: string | null;
  readonly value: string;
}

interface UiPicklistValue {
  readonly attributes: null;
  readonly label: string;
  readonly validFor: readonly number[];
  readonly value: string;
}

/** What a record type offers, and where it is to be found. */
export interface PicklistScope {
  readonly object: ObjectInfo;
  readonly recordType: Pick<RecordTypeInfo, "developerName">;
  readonly picklists: RecordTypePicklists;
  /** The path of the picklists of the record type. */
  readonly path: string;
}

/** The picklists of an object, as a record type offers them. */
export function uiPicklists(scope: PicklistScope): Record<string, object> {
  const fields = scope.object.describedFields().filter(isPicklist);
  return Object.fromEntries(fields.map((field) => [field.name, uiPicklist(scope, field)]));
}

export function isPicklist({ type }: CompleteField): boolean {
  return type === "picklist" || type === "multipicklist";
}

/** The values of a picklist that are active and of the record type, with the places of their controlling values. */
export function uiPicklist(scope: PicklistScope, field: CompleteField): object {
  const { object, path } = scope;
  const controller = object.describedFields().find(({ name }) => name === field.controllerName);
  const controlling = controller === undefined ? [] : controllingValues(scope, controller);
  const values = offered(scope, field).map(
    (entry): UiPicklistValue => ({
      attributes: null,
      label: entry.label ?? entry.value,
      validFor: controlling.flatMap(({ place }, index) => (isValidFor(entry.validFor, place) ? [index] : [])),
      value: entry.value,
    }),
  );
  const byDefault = offered(scope, field).find(({ defaultValue }) => defaultValue === true)?.value;
  return withTag({
    controllerValues: Object.fromEntries(controlling.map(({ value }, index) => [value, index])),
    defaultValue: values.find(({ value }) => value === byDefault) ?? null,
    url: `${path}/${String(field.name)}`,
    values,
  });
}

/** The values of a controlling field, with their places in the describe, which `validFor` counts by. */
function controllingValues(
  scope: PicklistScope,
  controller: CompleteField,
): { readonly value: string; readonly place: number }[] {
  if (controller.type === "boolean") return ["false", "true"].map((value, place) => ({ value, place }));
  const places = new Map(described(controller).map(({ value }, place) => [value, place]));
  return offered(scope, controller).map(({ value }) => ({ value, place: places.get(value) ?? 0 }));
}

function offered({ object, recordType, picklists }: PicklistScope, field: CompleteField): DescribedValue[] {
  const chosen = offeredValues(picklists, object, recordType, String(field.name));
  return described(field).filter(
    ({ active, value }) => active !== false && (chosen?.includes(value) ?? true),
  );
}

function described({ picklistValues }: CompleteField): readonly DescribedValue[] {
  return picklistValues as readonly DescribedValue[];
}

/** `validFor` of describes is a set of bits in base64, the first place being the highest bit of the first byte. */
function isValidFor(validFor: string | null | undefined, place: number): boolean {
  if (typeof validFor !== "string") return false;
  return ((atob(validFor).charCodeAt(place >> 3) || 0) & (0x80 >> (place & 7))) !== 0;
}
