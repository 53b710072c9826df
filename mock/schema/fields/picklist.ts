import {
  checkWhole,
  type DefinedField,
  defined,
  describeField,
  type FieldDefinition,
  type FieldOptions,
  type FieldPlace,
  nameOf,
} from "../field-definition.js";
import type { FieldDescribe, PicklistValueDescribe } from "../field-describe.js";
import type { FieldType } from "../field-types.js";
import { schemaError } from "../schema-error.js";

export interface PicklistValueOptions {
  /** The API name of the value: what records hold. */
  readonly value: string;
  /** Default: the value itself. */
  readonly label?: string;
  /** Default: true. */
  readonly active?: boolean;
  /** In a dependent picklist: the values of the controlling field it is offered for. */
  readonly for?: readonly (string | boolean)[];
}

/** Values in their order; as an object, from API name to label. */
export type PicklistValues = readonly (string | PicklistValueOptions)[] | Readonly<Record<string, string>>;

export interface PicklistOptions extends FieldOptions {
  /** Whether Salesforce refuses other values. Default: false. */
  readonly restricted?: boolean;
  /** The value a record gets that is created without one. */
  readonly default?: string;
  /** Characters a value may have. Default: 255. */
  readonly length?: number;
  /** The field that decides which values are offered: a picklist or a boolean of the same object. */
  readonly controller?: string;
}

/** One value of a list. */
export function picklist(values: PicklistValues, options: PicklistOptions = {}): FieldDefinition {
  return choice("picklist", values, options);
}

export interface MultipicklistOptions extends PicklistOptions {
  /** Lines the list shows. Default: 4. */
  readonly visibleLines?: number;
}

/** Several values of a list, on the wire in one text: `A;B`. */
export function multipicklist(values: PicklistValues, options: MultipicklistOptions = {}): FieldDefinition {
  const { visibleLines = 4, ...rest } = options;
  return choice("multipicklist", values, rest, { precision: visibleLines });
}

/** Text for which a list makes proposals. */
export function combobox(values: PicklistValues, options: PicklistOptions = {}): FieldDefinition {
  return choice("combobox", values, options);
}

function choice(
  type: FieldType,
  values: PicklistValues,
  options: PicklistOptions,
  attributes: Partial<FieldDescribe> = {},
): FieldDefinition {
  const { restricted = false, default: given, length, controller, ...rest } = options;
  return (place) => {
    if (length !== undefined) checkWhole(place, "length", length, 1, 255);
    const listed = asList(values);
    checkValues(place, listed, given, controller);
    const describe = describeField(place, type, rest, {
      ...attributes,
      ...(length !== undefined && { length }),
      picklistValues: listed.map((value) => describeValue(value, given)),
      restrictedPicklist: restricted,
      dependentPicklist: controller !== undefined,
      controllerName: controller ?? null,
      ...(given !== undefined && { defaultedOnCreate: true, defaultValue: given }),
    });
    return [defined(describe, { offeredFor: offeredFor(listed) })];
  };
}

function asList(values: PicklistValues): readonly PicklistValueOptions[] {
  if (isList(values)) return values.map((value) => (typeof value === "string" ? { value } : value));
  return Object.entries(values).map(([value, label]) => ({ value, label }));
}

function isList(values: PicklistValues): values is readonly (string | PicklistValueOptions)[] {
  return Array.isArray(values);
}

function describeValue(option: PicklistValueOptions, given: string | undefined): PicklistValueDescribe {
  return {
    active: option.active ?? true,
    defaultValue: option.value === given,
    label: option.label ?? option.value,
    validFor: null,
    value: option.value,
  };
}

function offeredFor(listed: readonly PicklistValueOptions[]): DefinedField["offeredFor"] {
  return new Map(listed.map((option) => [option.value, option.for ?? []]));
}

function checkValues(
  place: FieldPlace,
  listed: readonly PicklistValueOptions[],
  given: string | undefined,
  controller: string | undefined,
): void {
  const values = listed.map((option) => option.value);
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  if (twice !== undefined)
    throw schemaError(nameOf(place), `lists the value ${JSON.stringify(twice)} twice.`);
  if (given !== undefined && !values.includes(given)) {
    throw schemaError(nameOf(place), `the default ${JSON.stringify(given)} is not one of its values.`);
  }
  if (controller === undefined && listed.some((option) => option.for !== undefined)) {
    throw schemaError(
      nameOf(place),
      "has values that depend, but no controller.",
      'Add { controller: "Field__c" }.',
    );
  }
}
