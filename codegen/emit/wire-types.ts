import { fieldType, type WireForm } from "../model/field-types.js";
import type { FieldModel, ObjectModel } from "../model/model.js";
import { literalUnion, stringLiteral } from "./text.js";

/** How each form of value is written; `$` is the run time's namespace, so that no object's name collides. */
const WRITTEN = {
  text: () => "string",
  number: () => "number",
  boolean: () => "boolean",
  ownId: (_, object) => `$.Id<${stringLiteral(object.name)}>`,
  reference: (field) => withChoices("$.Id", field.referenceTo),
  date: () => "$.DateString",
  datetime: () => "$.DateTimeString",
  time: () => "$.TimeString",
  picklist: (field) => (field.restrictedPicklist ? closedPicklist(field) : openPicklist(field)),
  openPicklist: (field) => openPicklist(field),
  multipicklist: (field) => withChoices("$.MultiPicklist", activeValues(field)),
  base64: () => "$.Base64",
  address: () => "$.Address",
  location: () => "$.Location",
  unknown: () => "unknown",
} satisfies Record<WireForm, (field: FieldModel, object: ObjectModel) => string>;

/** Salesforce never answers null for these, or null is in the type already. */
const NEVER_NULL: ReadonlySet<WireForm> = new Set(["boolean", "unknown"]);

/** The type of a field's values as Salesforce sends and takes them. */
export function wireType(field: FieldModel, object: ObjectModel): string {
  const { wire } = fieldType(field.type);
  const written = WRITTEN[wire](field, object);
  return field.nillable && !NEVER_NULL.has(wire) ? `${written} | null` : written;
}

function openPicklist(field: FieldModel): string {
  const values = activeValues(field);
  return values.length === 0 ? "string" : withChoices("$.OpenPicklist", values);
}

/** The values a picklist's type is made of alone; none where it takes others, too, or is no picklist. */
export function closedValues(field: FieldModel): string[] {
  const isClosed = fieldType(field.type).wire === "picklist" && field.restrictedPicklist;
  return isClosed ? activeValues(field) : [];
}

function closedPicklist(field: FieldModel): string {
  const values = closedValues(field);
  return values.length === 0 ? "string" : literalUnion(values);
}

function withChoices(type: string, choices: readonly string[]): string {
  return choices.length === 0 ? type : `${type}<${literalUnion(choices)}>`;
}

/** In the org's own order; an org may list a value several times. */
function activeValues(field: FieldModel): string[] {
  return [...new Set(field.picklist.filter(({ active }) => active).map(({ value }) => value))];
}
