import {
  type GraphQLFieldConfigArgumentMap,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLObjectType,
  GraphQLString,
  GraphQLUnionType,
} from "graphql";
import type { FieldInfo } from "../catalog/field-info.js";
import type { ChildRelationship, ObjectInfo } from "../catalog/object-info.js";
import type { Target } from "../soql/field-path.js";
import { isDeleted } from "../store/table.js";
import { connectionType } from "./connection-type.js";
import type { GraphQLCall } from "./graphql-call.js";
import { commonFields, type RecordFields, recordFields } from "./record-fields.js";
import { recordPage } from "./record-page.js";
import { type ParentRelationship, parentsOf, perObject, type SchemaTypes } from "./schema-types.js";
import { literalText } from "./where-text.js";

type RecordField = RecordFields[string];

/** The types of records and of pages of them, and how they are read. */
export function createRecordTypes(types: SchemaTypes) {
  const RecordInterface = new GraphQLInterfaceType({
    name: "Record",
    fields: commonFields,
  });

  const record: (object: ObjectInfo) => GraphQLObjectType = perObject(
    (object) =>
      new GraphQLObjectType<Target, GraphQLCall>({
        name: types.nameOf(object),
        interfaces: [RecordInterface],
        fields: () => ({
          ...parentFields(object),
          ...childFields(object),
          ...recordFields(object),
        }),
      }),
  );

  function parentFields(object: ObjectInfo): RecordFields {
    return Object.fromEntries(
      parentsOf(object, types).map((parent): [string, RecordField] => [
        parent.name,
        {
          type: parent.isPolymorphic ? unionOf(object, parent) : record(parent.targets[0] as ObjectInfo),
          resolve: ({ record: child }, _, call) =>
            parentOf(child.values[parent.reference.name], parent, call),
        },
      ]),
    );
  }

  function unionOf(object: ObjectInfo, { name, targets }: ParentRelationship): GraphQLUnionType {
    return new GraphQLUnionType({
      name: `${types.nameOf(object)}_${name}`,
      types: () => targets.map(record),
      resolveType: ({ object: found }: Target) => types.nameOf(found),
    });
  }

  function childFields(object: ObjectInfo): RecordFields {
    const fields: RecordFields = {};
    for (const { relationshipName } of object.attributes.childRelationships ?? []) {
      const child = relationshipName ? object.child(relationshipName) : undefined;
      const target = types.find(child?.object ?? "");
      if (child === undefined || target?.field(child.field) === undefined) continue;
      fields[child.relationshipName] = childField(child, target);
    }
    return fields;
  }

  function childField(child: ChildRelationship, target: ObjectInfo): RecordField {
    const reference = target.field(child.field) as FieldInfo;
    return {
      type: connection(target),
      args: connectionArguments(target),
      resolve: ({ record: parent }, args, call, info) =>
        recordPage(
          { object: target, types, args, call, info },
          `${reference.name} = ${literalText(reference, parent.id)}`,
        ),
    };
  }

  const connection = perObject((object) => connectionType(types.nameOf(object), () => record(object)));

  function connectionArguments(object: ObjectInfo): GraphQLFieldConfigArgumentMap {
    return {
      first: { type: GraphQLInt },
      after: { type: GraphQLString },
      where: { type: types.filter(object) },
      orderBy: { type: types.orderBy(object) },
      upperBound: { type: GraphQLInt },
    };
  }

  return { record, connection, connectionArguments };
}

function parentOf(id: unknown, { targets }: ParentRelationship, { context }: GraphQLCall): Target | null {
  if (typeof id !== "string") return null;
  const object = targets.length === 1 ? targets[0] : context.catalog.ofId(id);
  if (object === undefined || !targets.includes(object)) return null;
  const record = context.store.table(object.name).get(id);
  return record === undefined || isDeleted(record) ? null : { object, record };
}
