import {
  GraphQLBoolean,
  type GraphQLFieldConfig,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLNonNull,
  GraphQLObjectType,
} from "graphql";
import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import { fieldScalar } from "./field-scalar.js";
import type { GraphQLCall } from "./graphql-call.js";
import { createFrom, deleteFrom, updateFrom } from "./mutations.js";
import { IdOrRef, SCALARS } from "./scalars.js";
import type { SchemaTypes } from "./schema-types.js";

type WriteField = GraphQLFieldConfig<unknown, GraphQLCall>;
type WriteFields = Record<string, WriteField>;

const id = new GraphQLNonNull(IdOrRef);
const RecordDeleteInput = new GraphQLInputObjectType({
  name: "RecordDeleteInput",
  fields: { Id: { type: id } },
});
const RecordDeletePayload = new GraphQLObjectType({
  name: "RecordDeletePayload",
  fields: { Id: { type: GraphQLID } },
});
const UIAPIMutationsInput = new GraphQLInputObjectType({
  name: "UIAPIMutationsInput",
  fields: { allOrNone: { type: GraphQLBoolean } },
});

/** What writes records: `AccountCreate`, `AccountUpdate` and `AccountDelete` of each object that can be written. */
export function createMutationType(types: SchemaTypes): GraphQLObjectType {
  const UIAPIMutations = new GraphQLObjectType<unknown, GraphQLCall>({
    name: "UIAPIMutations",
    fields: () => Object.assign({}, ...types.objects.map((object) => writesOf(object, types))) as WriteFields,
  });
  return new GraphQLObjectType<unknown, GraphQLCall>({
    name: "Mutation",
    fields: {
      uiapi: {
        type: new GraphQLNonNull(UIAPIMutations),
        args: { input: { type: UIAPIMutationsInput } },
        resolve(_, { input }, call) {
          call.allOrNone = input?.allOrNone !== false;
          return {};
        },
      },
    },
  });
}

function writesOf(object: ObjectInfo, types: SchemaTypes): WriteFields {
  const name = types.nameOf(object);
  const writes: WriteFields = {};
  const created = writable(object, ({ createable }) => createable);
  if (object.createable && object.keyPrefix !== null && created.length > 0) {
    writes[`${name}Create`] = {
      type: payload(`${name}Create`, object, types),
      args: { input: { type: inputOf(`${name}Create`, object, created, {}) } },
      resolve: (_, { input }, call, { path }) => createFrom(object, input, call, String(path.key)),
    };
  }
  const updated = writable(object, ({ updateable }) => updateable);
  if (object.updateable && updated.length > 0) {
    writes[`${name}Update`] = {
      type: payload(`${name}Update`, object, types),
      args: { input: { type: inputOf(`${name}Update`, object, updated, { Id: { type: id } }) } },
      resolve: (_, { input }, call) => updateFrom(object, input, call),
    };
  }
  if (object.deletable) {
    writes[`${name}Delete`] = {
      type: RecordDeletePayload,
      args: { input: { type: new GraphQLNonNull(RecordDeleteInput) } },
      resolve: (_, { input }, call) => deleteFrom(object, input, call),
    };
  }
  return writes;
}

function writable(object: ObjectInfo, isWritable: (field: FieldInfo) => boolean): FieldInfo[] {
  return object.fields.filter((field) => isWritable(field) && fieldScalar(field) !== undefined);
}

function payload(name: string, object: ObjectInfo, types: SchemaTypes): GraphQLObjectType {
  return new GraphQLObjectType({
    name: `${name}Payload`,
    fields: () => ({ Record: { type: types.record(object) } }),
  });
}

function inputOf(
  name: string,
  object: ObjectInfo,
  fields: readonly FieldInfo[],
  more: Record<string, { type: typeof id }>,
): GraphQLNonNull<GraphQLInputObjectType> {
  const representation = new GraphQLInputObjectType({
    name: `${name}Representation`,
    fields: () =>
      Object.fromEntries(
        fields.map((field) => [
          field.name,
          { type: field.kind === "id" ? IdOrRef : SCALARS[fieldScalar(field) ?? "String"] },
        ]),
      ),
  });
  return new GraphQLNonNull(
    new GraphQLInputObjectType({
      name: `${name}Input`,
      fields: { [object.name]: { type: new GraphQLNonNull(representation) }, ...more },
    }),
  );
}
