import type { FieldModel, ObjectModel } from "../model/model.js";
import { dependencyTypes } from "./dependencies.js";
import { fieldDoc, isRequired } from "./field-doc.js";
import { childrenOf, type ParentRelationship, parentsOf } from "./relationships.js";
import { commentText, docComment, literalUnion, propertyName, stringLiteral } from "./text.js";
import { wireType } from "./wire-types.js";

/** One object: an interface of its fields, and what the type layer must know of it. */
export function objectTypes(object: ObjectModel, generated: ReadonlySet<string>): string {
  return [
    'import type * as $ from "orgtype";\n\n',
    docComment([objectSummary(object)]),
    `export interface ${object.name} {\n`,
    ...object.fields.map((field) => fieldTypes(field, object)),
    "}\n\n",
    objectDef(object, generated),
  ].join("");
}

function objectSummary(object: ObjectModel): string {
  const named =
    object.labelPlural === object.label ? object.label : `${object.label} (${object.labelPlural})`;
  return object.keyPrefix === null ? named : `${named} · ids begin with ${object.keyPrefix}`;
}

function fieldTypes(field: FieldModel, object: ObjectModel): string {
  return `${fieldDoc(field, object)}  ${propertyName(field.name)}: ${wireType(field, object)};\n`;
}

function objectDef(object: ObjectModel, generated: ReadonlySet<string>): string {
  const parents = parentsOf(object, generated);
  const children = childrenOf(object, generated);
  const dependencies = dependencyTypes(object);
  const recordTypes = recordTypeNames(object);
  // A rule that holds for no field is left out: in a large org they add up.
  const rules = Object.entries(fieldRules(object))
    .filter(([, names]) => names.length > 0)
    .map(([rule, names]) => `  ${rule}: ${literalUnion(names)};\n`);
  return [
    dependencies.aliases,
    `export interface ${object.name}$Def {\n`,
    `  fields: ${object.name};\n`,
    relationships("parents", parents.filter((parent) => !parent.polymorphic).map(parentEntry)),
    relationships("polymorphic", parents.filter((parent) => parent.polymorphic).map(parentEntry)),
    relationships(
      "children",
      children.map((child) => [child.name, stringLiteral(child.object)]),
    ),
    ...rules,
    recordTypes === "never" ? "" : `  recordTypes: ${recordTypes};\n`,
    dependencies.member,
    compoundParts(object),
    "}\n",
  ].join("");
}

/** Names of the fields each rule of `ObjectDef` holds for. */
function fieldRules(object: ObjectModel) {
  const names = (holds: (field: FieldModel) => boolean) =>
    object.fields.filter(holds).map((field) => field.name);
  // A describe that says nothing of writing leaves it open.
  const namesIfKnown = (holds: (field: FieldModel) => boolean) => (object.writesKnown ? names(holds) : []);
  return {
    required: namesIfKnown(isRequired),
    notCreateable: namesIfKnown((field) => !field.createable),
    notUpdateable: namesIfKnown((field) => !field.updateable),
    externalId: names((field) => (field.externalId || field.idLookup) && field.name !== "Id"),
    notFilterable: names((field) => !field.filterable),
    notSortable: names((field) => !field.sortable),
    notGroupable: names((field) => !field.groupable),
    notAggregatable: names((field) => !field.aggregatable),
  };
}

/** The fields that are written instead of a compound one, which is not. */
function compoundParts({ fields, writesKnown }: ObjectModel): string {
  const isWritten = (field: FieldModel) => field.createable || field.updateable;
  const compounds = fields.flatMap((compound) => {
    const parts = fields
      .filter((field) => field.compoundFieldName === compound.name && field !== compound && isWritten(field))
      .map(({ name }) => name);
    const isRefused = writesKnown && !isWritten(compound) && parts.length > 0;
    return isRefused ? [compoundEntry(compound.name, parts.join(", "))] : [];
  });
  return compounds.length === 0 ? "" : `  compound: {\n${compounds.join("")}  };\n`;
}

/** "Deprecated", so that editors offer it last and struck out. */
function compoundEntry(name: string, parts: string): string {
  const doc = `    /** @deprecated Compound: set ${commentText(parts)}. */\n`;
  return `${doc}    ${propertyName(name)}: ${stringLiteral(parts)};\n`;
}

/** Those that records can have: the master stands for having none. Old describes do not name them. */
function recordTypeNames({ recordTypes }: ObjectModel): string {
  const names = recordTypes.filter(({ master }) => !master).map(({ developerName }) => developerName);
  const known = names.filter((name) => name !== null);
  return known.length === names.length ? literalUnion(known) : "string";
}

function parentEntry({ name, targets, nillable }: ParentRelationship): [name: string, type: string] {
  return [name, literalUnion(targets) + (nillable ? " | null" : "")];
}

function relationships(member: string, entries: readonly (readonly [string, string])[]): string {
  if (entries.length === 0) return `  ${member}: {};\n`;
  const lines = entries.map(([name, type]) => `    ${propertyName(name)}: ${type};\n`);
  return `  ${member}: {\n${lines.join("")}  };\n`;
}
