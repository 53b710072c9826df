import { blankField, type FieldDescribe } from "./field-describe.js";
import { type FieldType, fieldTypes } from "./field-types.js";
import { isCustomName, labelOf } from "./names.js";
import { schemaError } from "./schema-error.js";

/** Where a field stands: the builder that describes it learns its name from here. */
export interface FieldPlace {
  readonly object: string;
  readonly name: string;
}

/** A field with its name, and what an org knows of it that a describe of the field does not say. */
export interface DefinedField {
  readonly describe: FieldDescribe;
  /** The child relationship that the objects it refers to get; null for a field that makes none. */
  readonly child: ChildDefinition | null;
  /** How an auto-number is written, such as `INV-{0000}`. */
  readonly displayFormat: string | null;
  /** Values of a dependent picklist, each with the values of the controlling field it is offered for. */
  readonly offeredFor: ReadonlyMap<string, readonly (string | boolean)[]>;
}

export interface ChildDefinition {
  readonly relationshipName: string | null;
  readonly cascadeDelete: boolean;
  readonly restrictedDelete: boolean;
  /** Objects it refers to that do not list it. */
  readonly unlistedBy: readonly string[];
}

/** One entry in the fields of an object, as the builders return it: a field, or a compound field with its parts. */
export type FieldDefinition = (place: FieldPlace) => readonly DefinedField[];

/** Attributes of a describe that can be said outright, where a field differs from what its type usually has. */
export type FieldAttributes = Pick<
  FieldDescribe,
  | "aggregatable"
  | "byteLength"
  | "caseSensitive"
  | "compoundFieldName"
  | "createable"
  | "defaultedOnCreate"
  | "externalId"
  | "extraTypeInfo"
  | "filterable"
  | "groupable"
  | "idLookup"
  | "nameField"
  | "namePointing"
  | "nillable"
  | "permissionable"
  | "searchPrefilterable"
  | "sortable"
  | "unique"
  | "updateable"
>;

/** What every builder takes last. Attributes of a describe keep Salesforce's own names and win over the rest. */
export interface FieldOptions extends Partial<FieldAttributes> {
  /** Default: made from the name, as `Annual Revenue` for `AnnualRevenue`. */
  readonly label?: string;
  /** Help shown beside the field. */
  readonly help?: string;
  /** Whether a record cannot be without a value. Default: false. */
  readonly required?: boolean;
  /** Whether only Salesforce writes it. Default: false. */
  readonly readOnly?: boolean;
}

/** A field of one of the describe types: the base of every builder. */
export function field(
  type: FieldType,
  options: FieldOptions,
  attributes: Partial<FieldDescribe> = {},
): FieldDefinition {
  return (place) => [defined(describeField(place, type, options, attributes))];
}

/** Adds to a described field what an org knows beside it. */
export function defined(describe: FieldDescribe, beside: Partial<DefinedField> = {}): DefinedField {
  return { describe, child: null, displayFormat: null, offeredFor: new Map(), ...beside };
}

export function describeField(
  place: FieldPlace,
  type: FieldType,
  options: FieldOptions,
  attributes: Partial<FieldDescribe> = {},
): FieldDescribe {
  const { label, help, required = false, readOnly = false, ...said } = options;
  checkOptions(place, said, required && readOnly);
  const usual: FieldDescribe = { ...blankField, ...fieldTypes[type], ...attributes };
  return {
    ...usual,
    type,
    name: place.name,
    label: label ?? labelOf(place.name),
    inlineHelpText: help ?? null,
    custom: isCustomName(place.name),
    // A text that is too long for an index can be sorted by, but not grouped by.
    groupable: usual.groupable && usual.length <= 255,
    byteLength: usual.byteLength === 0 ? usual.length * 3 : usual.byteLength,
    ...(required && { nillable: false, permissionable: false }),
    ...(readOnly && { createable: false, updateable: false, permissionable: false }),
    idLookup: usual.idLookup || usual.nameField || said.externalId === true,
    ...said,
  };
}

function checkOptions(place: FieldPlace, said: object, contradictory: boolean): void {
  if (contradictory) {
    throw schemaError(
      nameOf(place),
      "is required and readOnly at once.",
      "For a value that Salesforce itself always gives, use { readOnly: true, nillable: false }.",
    );
  }
  const unknown = Object.keys(said).find((key) => !(key in blankField));
  if (unknown !== undefined) {
    throw schemaError(nameOf(place), `has no option ${JSON.stringify(unknown)}.`, "See FieldOptions.");
  }
}

/** A field as messages call it: `Invoice__c.Amount__c`. */
export function nameOf(place: FieldPlace): string {
  return `${place.object}.${place.name}`;
}

/** Throws unless a number that describes a field is whole and within its bounds. */
export function checkWhole(
  place: FieldPlace,
  what: string,
  value: number,
  least: number,
  most: number,
): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw schemaError(
    nameOf(place),
    `${what} must be a whole number from ${least} to ${most}, but is ${value}.`,
  );
}
