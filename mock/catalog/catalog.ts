import type { RawDescribe } from "../../codegen/model/raw-describe.js";
import type { FieldInfo } from "./field-info.js";
import { assignKeyPrefixes } from "./key-prefixes.js";
import { createObjectInfo, type ObjectInfo } from "./object-info.js";

/** A field of another object that points at records of this one. */
export interface IncomingReference {
  readonly object: ObjectInfo;
  readonly field: FieldInfo;
  readonly cascadeDelete: boolean;
  readonly restrictedDelete: boolean;
}

/** The schema of the org, fixed when the org is made. */
export interface Catalog {
  readonly objects: readonly ObjectInfo[];
  /** By API name, ignoring case. */
  find(name: string): ObjectInfo | undefined;
  /** By the first three characters of a record id. */
  ofId(id: string): ObjectInfo | undefined;
  /** Every reference that may hold an id of this object. */
  incoming(objectName: string): readonly IncomingReference[];
}

export function createCatalog(describes: readonly RawDescribe[]): Catalog {
  const prefixes = assignKeyPrefixes(describes);
  const objects = describes.map((raw) => createObjectInfo(raw, prefixes.get(raw.name) ?? null));
  const byName = new Map(objects.map((object) => [object.name.toLowerCase(), object]));
  const byPrefix = new Map<string, ObjectInfo>();
  for (const object of objects) {
    if (object.keyPrefix !== null && !byPrefix.has(object.keyPrefix)) byPrefix.set(object.keyPrefix, object);
  }
  const incoming = incomingReferences(objects);
  return {
    objects,
    find: (name) => byName.get(name.toLowerCase()),
    ofId: (id) => byPrefix.get(id.slice(0, 3)),
    incoming: (objectName) => incoming.get(objectName) ?? [],
  };
}

function incomingReferences(objects: readonly ObjectInfo[]): Map<string, IncomingReference[]> {
  const rules = deleteRules(objects);
  const incoming = new Map<string, IncomingReference[]>();
  for (const object of objects) {
    for (const field of object.fields) {
      for (const target of field.referenceTo) {
        const rule = rules.get(ruleKey(target, object.name, field.name));
        const reference: IncomingReference = {
          object,
          field,
          cascadeDelete: rule?.cascade ?? (field.cascadeDelete || field.masterDetail),
          restrictedDelete: rule?.restricted ?? false,
        };
        const known = incoming.get(target);
        if (known === undefined) incoming.set(target, [reference]);
        else known.push(reference);
      }
    }
  }
  return incoming;
}

/** What a parent's describe says becomes of its children. */
function deleteRules(objects: readonly ObjectInfo[]): Map<string, { cascade: boolean; restricted: boolean }> {
  const rules = new Map<string, { cascade: boolean; restricted: boolean }>();
  for (const parent of objects) {
    for (const child of parent.attributes.childRelationships ?? []) {
      rules.set(ruleKey(parent.name, child.childSObject, child.field), {
        cascade: child.cascadeDelete === true,
        restricted: child.restrictedDelete === true,
      });
    }
  }
  return rules;
}

function ruleKey(parent: string, child: string, field: string): string {
  return `${parent} ${child} ${field}`;
}
