import type { GraphQLInputObjectType, GraphQLObjectType } from "graphql";
import type { Catalog } from "../catalog/catalog.js";
import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";

/** The types of a schema that name each other. Each is made when it is first asked for. */
export interface SchemaTypes {
  readonly catalog: Catalog;
  /** The objects of the schema, in the order of their names. */
  readonly objects: readonly ObjectInfo[];
  /** What the types of an object begin with. */
  nameOf(object: ObjectInfo): string;
  /** The object of a name, where the schema has it. */
  find(name: string): ObjectInfo | undefined;
  record(object: ObjectInfo): GraphQLObjectType;
  connection(object: ObjectInfo): GraphQLObjectType;
  filter(object: ObjectInfo): GraphQLInputObjectType;
  orderBy(object: ObjectInfo): GraphQLInputObjectType;
  groupBy(object: ObjectInfo): GraphQLInputObjectType;
  /** The inner query of a semi-join. */
  join(): GraphQLInputObjectType;
}

/** Makes something of each object once. */
export function perObject<T>(make: (object: ObjectInfo) => T): (object: ObjectInfo) => T {
  const made = new Map<string, T>();
  return (object) => {
    const known = made.get(object.name);
    if (known !== undefined) return known;
    const type = make(object);
    made.set(object.name, type);
    return type;
  };
}

/** A relationship to a parent, with those of its targets that the schema has. */
export interface ParentRelationship {
  readonly name: string;
  readonly reference: FieldInfo;
  readonly isPolymorphic: boolean;
  readonly targets: readonly ObjectInfo[];
}

/** The relationships of an object to parents that the schema has. */
export function parentsOf(object: ObjectInfo, types: Pick<SchemaTypes, "find">): ParentRelationship[] {
  return object.fields.flatMap((reference) => {
    const { relationshipName: name, referenceTo } = reference;
    const targets = referenceTo.flatMap((target) => types.find(target) ?? []);
    if (name === null || targets.length === 0 || object.field(name) !== undefined) return [];
    return [{ name, reference, targets, isPolymorphic: referenceTo.length > 1 }];
  });
}
