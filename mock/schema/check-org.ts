import { childRelationships } from "./child-relationships.js";
import type { ObjectDefinition } from "./dsl.js";
import { schemaError } from "./schema-error.js";

/** Throws unless the objects can stand together in one org. */
export function checkOrg(objects: readonly ObjectDefinition[]): void {
  checkUnique(objects, "name", ({ name }) => name.toLowerCase());
  checkUnique(objects, "prefix", ({ prefix }) => prefix);
  checkReferences(objects);
  for (const { name } of objects) checkChildren(name, objects);
}

function checkUnique(
  objects: readonly ObjectDefinition[],
  what: string,
  of: (object: ObjectDefinition) => string,
): void {
  const first = new Map<string, string>();
  for (const object of objects) {
    const other = first.get(of(object));
    if (other !== undefined) throw schemaError(object.name, `has the same ${what} as ${other}.`);
    first.set(of(object), object.name);
  }
}

// Every org has users and groups, so a schema that leaves them out may still have owners.
const alwaysThere = ["User", "Group"];

function checkReferences(objects: readonly ObjectDefinition[]): void {
  const known = new Set([...objects.map(({ name }) => name), ...alwaysThere]);
  for (const { name, fields } of objects) {
    for (const { describe } of fields) {
      const unknown = describe.referenceTo.find((target) => !known.has(target));
      if (unknown === undefined) continue;
      throw schemaError(
        `${name}.${describe.name}`,
        `refers to ${unknown}, which is not among the objects.`,
        "Add it, or start from standardObjects.",
      );
    }
  }
}

function checkChildren(parent: string, objects: readonly ObjectDefinition[]): void {
  const first = new Map<string, string>();
  for (const { childSObject, field, relationshipName } of childRelationships(parent, objects)) {
    if (relationshipName === null || relationshipName === undefined) continue;
    const other = first.get(relationshipName);
    if (other !== undefined) {
      throw schemaError(
        `${childSObject}.${field}`,
        `gives ${parent} the child relationship ${relationshipName}, as ${other} does.`,
      );
    }
    first.set(relationshipName, `${childSObject}.${field}`);
  }
}
