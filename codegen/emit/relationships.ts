import type { ObjectModel } from "../model/model.js";
import { compareNames } from "../model/names.js";

export interface ParentRelationship {
  readonly name: string;
  /** Sorted and never empty. The one target is generated; of several, some may not be. */
  readonly targets: readonly string[];
  /** Whether it may point to several objects. */
  readonly polymorphic: boolean;
  /** Whether the lookup may be empty. */
  readonly nillable: boolean;
}

export interface ChildRelationship {
  readonly name: string;
  readonly object: string;
}

/** The parents of an object, by name, but for those that lead to one object which is not generated. */
export function parentsOf(object: ObjectModel, generated: ReadonlySet<string>): ParentRelationship[] {
  const parents = object.fields.flatMap(({ relationshipName, referenceTo, nillable }) => {
    const polymorphic = referenceTo.length > 1;
    // Rows say which of all objects a record is, so that none may be left out.
    const targets = polymorphic ? referenceTo : referenceTo.filter((name) => generated.has(name));
    if (relationshipName === null || targets.length === 0) return [];
    return [{ name: relationshipName, targets, polymorphic, nillable }];
  });
  return parents.sort((a, b) => compareNames(a.name, b.name));
}

/** The children of an object that are generated, by name. */
export function childrenOf(object: ObjectModel, generated: ReadonlySet<string>): ChildRelationship[] {
  return object.children
    .filter((child) => generated.has(child.object))
    .map((child) => ({ name: child.relationshipName, object: child.object }));
}
