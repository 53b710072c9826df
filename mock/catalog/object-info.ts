import type { RawDescribe } from "../../codegen/model/raw-describe.js";
import type { Value } from "../store/table.js";
import { type CompoundPart, compoundParts } from "./compound-parts.js";
import {
  type CompleteField,
  completeAttributes,
  completeField,
  type ObjectAttributes,
} from "./describe-defaults.js";
import { createFieldInfo, type FieldInfo } from "./field-info.js";
import { withGuessedWrites } from "./guessed-writes.js";
import { recordTemplate } from "./record-template.js";

export interface ChildRelationship {
  readonly relationshipName: string;
  readonly object: string;
  /** The child's field that points here. */
  readonly field: string;
}

export interface RecordTypeInfo {
  readonly id: string;
  readonly name: string;
  readonly developerName: string;
  readonly master: boolean;
  readonly isDefault: boolean;
}

/** What the org needs to know of an sObject. Lookups by name ignore case, as Salesforce does. */
export interface ObjectInfo {
  readonly name: string;
  readonly label: string;
  /** First three characters of its ids; null for objects whose records cannot be made. */
  readonly keyPrefix: string | null;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly queryable: boolean;
  /** In the order of the describe. */
  readonly fields: readonly FieldInfo[];
  readonly nameField: FieldInfo | undefined;
  readonly recordTypes: readonly RecordTypeInfo[];
  /** What a describe answer says of it, but for the fields. */
  readonly attributes: ObjectAttributes;
  /** The values of a new record before anything is written to it. */
  readonly template: Readonly<Record<string, Value>>;
  /** What a describe answer says of its fields. */
  describedFields(): readonly CompleteField[];
  field(name: string): FieldInfo | undefined;
  /** The reference field behind a parent relationship name. */
  parent(relationshipName: string): FieldInfo | undefined;
  child(relationshipName: string): ChildRelationship | undefined;
  /** The component fields of an address or location; empty for other fields. */
  parts(compoundFieldName: string): readonly CompoundPart[];
}

export function createObjectInfo(given: RawDescribe, keyPrefix: string | null): ObjectInfo {
  const raw = withGuessedWrites(given);
  const fields = raw.fields.map(createFieldInfo);
  const byName = byLowerCase(fields, (field) => field.name);
  const parents = byLowerCase(fields, (field) => field.relationshipName);
  const children = byLowerCase(childRelationships(raw), (child) => child.relationshipName);
  const parts = compoundParts(fields);
  return {
    name: raw.name,
    label: raw.label ?? raw.name,
    keyPrefix,
    createable: raw.createable !== false,
    updateable: raw.updateable !== false,
    deletable: raw.deletable !== false,
    queryable: raw.queryable !== false,
    fields,
    nameField: fields.find((field) => field.nameField) ?? byName.get("name"),
    recordTypes: recordTypes(raw),
    attributes: completeAttributes(raw, keyPrefix),
    template: recordTemplate(fields),
    describedFields: () => raw.fields.map(completeField),
    field: (name) => byName.get(name.toLowerCase()),
    parent: (name) => parents.get(name.toLowerCase()),
    child: (name) => children.get(name.toLowerCase()),
    parts: (name) => parts.get(name) ?? [],
  };
}

/** The first of several with one name wins. */
function byLowerCase<T>(items: readonly T[], nameOf: (item: T) => string | null): Map<string, T> {
  const map = new Map<string, T>();
  for (const item of items) {
    const name = nameOf(item)?.toLowerCase();
    if (name !== undefined && !map.has(name)) map.set(name, item);
  }
  return map;
}

function childRelationships(raw: RawDescribe): ChildRelationship[] {
  const named: ChildRelationship[] = [];
  for (const { relationshipName, childSObject, field } of raw.childRelationships ?? []) {
    if (relationshipName) named.push({ relationshipName, object: childSObject, field });
  }
  return named;
}

function recordTypes(raw: RawDescribe): RecordTypeInfo[] {
  const infos: RecordTypeInfo[] = [];
  for (const info of raw.recordTypeInfos ?? []) {
    if (!info.recordTypeId) continue;
    infos.push({
      id: info.recordTypeId,
      name: info.name ?? "",
      developerName: info.developerName ?? info.name ?? "",
      master: info.master === true,
      isDefault: info.defaultRecordTypeMapping === true,
    });
  }
  return infos;
}
