import type { RawChildRelationship } from "../../codegen/model/raw-describe.js";
import type { ObjectDefinition } from "./dsl.js";

/** What refers to an object, sorted as Salesforce does: by the other object's name, then by field. */
export function childRelationships(
  parent: string,
  objects: readonly ObjectDefinition[],
): RawChildRelationship[] {
  return objects
    .flatMap((object) => childrenIn(object, parent))
    .sort((a, b) => compare(a.childSObject, b.childSObject) || compare(a.field, b.field));
}

function childrenIn(object: ObjectDefinition, parent: string): RawChildRelationship[] {
  return object.fields.flatMap(({ describe, child }) => {
    if (child === null || !describe.referenceTo.includes(parent)) return [];
    if (child.unlistedBy.includes(parent)) return [];
    return {
      cascadeDelete: child.cascadeDelete,
      childSObject: object.name,
      deprecatedAndHidden: false,
      field: describe.name,
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName: child.relationshipName,
      restrictedDelete: child.restrictedDelete,
    };
  });
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
