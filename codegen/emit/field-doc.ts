import { fieldType, type SizeForm } from "../model/field-types.js";
import type { FieldModel, ObjectModel } from "../model/model.js";
import { docComment } from "./text.js";

const SIZE = {
  length: ({ length }) => (length > 0 ? `(${length})` : ""),
  decimal: ({ precision, scale }) => (precision > 0 ? `(${precision}, ${scale})` : ""),
  digits: ({ digits }) => (digits > 0 ? `(${digits})` : ""),
  none: () => "",
} satisfies Record<SizeForm, (field: FieldModel) => string>;

/** What the editor shows of a field: its label, type and rules, and the org's own help text. */
export function fieldDoc(field: FieldModel, object: ObjectModel): string {
  const type = field.type + SIZE[fieldType(field.type).size](field);
  const facts = [field.label, type, ...rules(field), ...writeRules(field, object)];
  return docComment([facts.join(" · "), field.help ?? ""], "  ");
}

function rules(field: FieldModel): string[] {
  const stated: readonly (readonly [boolean, string])[] = [
    [field.calculated, "formula"],
    [field.autoNumber, "auto number"],
    [field.externalId, "external id"],
    [field.unique, field.caseSensitive ? "unique, case-sensitive" : "unique"],
    [field.restrictedPicklist, "restricted"],
    [field.relationshipOrder !== null, "master-detail"],
    [field.controllerName !== null, `depends on ${field.controllerName}`],
    [
      field.compoundFieldName !== null && field.compoundFieldName !== field.name,
      `of ${field.compoundFieldName}`,
    ],
  ];
  return stated.filter(([holds]) => holds).map(([, words]) => words);
}

function writeRules(field: FieldModel, object: ObjectModel): string[] {
  if (!object.writesKnown || field.calculated || field.autoNumber || field.type === "id") return [];
  if (!field.createable) return [field.updateable ? "not on create" : "read only"];
  return [...(isRequired(field) ? ["required"] : []), ...(field.updateable ? [] : ["only on create"])];
}

/** Whether a new record must have a value. A boolean never must: it is false. */
export function isRequired(field: FieldModel): boolean {
  return field.createable && !field.nillable && !field.defaultedOnCreate && field.type !== "boolean";
}
