import type { ObjectModel } from "../model/model.js";
import { compareNames } from "../model/names.js";

export interface ParentRelationship {
  readonly name: string;
  /** The targets that are generated, sorted; never empty. */
  readonly targets: readonly string[];
  /** Whether it may point to several objects, generated or not. */
  readonly polymorphic: boolean;
  /** Whether the lookup may be empty. */
  readonly nillable: boolean;
}

export interface ChildRelationship {
  readonly name: string;
  readonly object: string;
}

/** The parents of an object that lead to what is generated, by name. */
export function parentsOf(object: ObjectModel, generated: ReadonlySet<string>): ParentRelationship[] {
  const parents = object.fields.flatMap(({ relationshipName, referenceTo, nillable }) => {
    const targets = referenceTo.filter((name) => generated.has(name));
    if (relationshipName === null || targets.length === 0) return [];
    return [{ name: relationshipName, targets, polymorphic: referenceTo.length > 1, nillable }];
  });
  return parents.sort((a, b) => compareNames(a.name, b.name));
}

/** The children of an object that are generated, by name. */
export function childrenOf(object: ObjectModel, generated: ReadonlySet<string>): ChildRelationship[] {
  return object.children
    .filter((child) => generated.has(child.object))
    .map((child) => ({ name: child.relationshipName, object: child.object }));
}
