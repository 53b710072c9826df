import {
  GraphQLEnumType,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigArgumentMap,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
} from "graphql";
import type { ObjectInfo } from "../catalog/object-info.js";
import type { createAggregateTypes } from "./aggregate-types.js";
import { countQuery, type GraphQLCall } from "./graphql-call.js";
import { ObjectInfoType } from "./object-infos.js";
import { recordPage } from "./record-page.js";
import type { createRecordTypes } from "./record-types.js";
import { perObject, type SchemaTypes } from "./schema-types.js";

type CallField = GraphQLFieldConfig<unknown, GraphQLCall>;

/** Those that are evaluated. */
const SCOPES = ["EVERYTHING", "MINE", "MINE_AND_MY_GROUPS", "QUEUE_OWNED", "USER_OWNED"];

/** `UIAPI`: what can be asked. */
export function createQueryTypes(
  types: SchemaTypes,
  records: ReturnType<typeof createRecordTypes>,
  aggregates: ReturnType<typeof createAggregateTypes>,
): GraphQLObjectType {
  const scope = perObject((object) => ({ type: scopeType(`${types.nameOf(object).toUpperCase()}_SCOPE`) }));
  const groupArguments = (object: ObjectInfo): GraphQLFieldConfigArgumentMap => {
    const { upperBound: _, ...args } = records.connectionArguments(object);
    return { ...args, groupBy: { type: types.groupBy(object) }, scope: scope(object) };
  };

  const RecordQuery = perObjectType("RecordQuery", types, (object) => ({
    type: records.connection(object),
    args: { ...records.connectionArguments(object), scope: scope(object) },
    resolve(_, args, call, info) {
      countQuery(call);
      return recordPage({ object, types, args, call, info });
    },
  }));
  const RecordQueryAggregate = perObjectType("RecordQueryAggregate", types, (object) => ({
    type: aggregates.connection(object),
    args: groupArguments(object),
    resolve(_, args, call, info) {
      countQuery(call);
      return aggregates.page(object, args, call, info);
    },
  }));
  return new GraphQLObjectType<unknown, GraphQLCall>({
    name: "UIAPI",
    fields: {
      query: { type: new GraphQLNonNull(RecordQuery), resolve: () => ({}) },
      aggregate: { type: new GraphQLNonNull(RecordQueryAggregate), resolve: () => ({}) },
      objectInfos: objectInfos(types),
      ...currentUser(types),
    },
  });
}

/** A type that has a field for each object. */
function perObjectType(
  name: string,
  types: SchemaTypes,
  field: (object: ObjectInfo) => CallField,
): GraphQLObjectType {
  return new GraphQLObjectType<unknown, GraphQLCall>({
    name,
    fields: () => Object.fromEntries(types.objects.map((object) => [types.nameOf(object), field(object)])),
  });
}

function scopeType(name: string): GraphQLEnumType {
  return new GraphQLEnumType({ name, values: Object.fromEntries(SCOPES.map((scope) => [scope, {}])) });
}

function objectInfos(types: SchemaTypes): CallField {
  return {
    type: new GraphQLList(ObjectInfoType),
    args: { apiNames: { type: new GraphQLList(GraphQLString) }, locale: { type: GraphQLString } },
    resolve: (_, { apiNames }) =>
      ((apiNames ?? []) as (string | null)[]).map((name) => types.find(name ?? "") ?? null),
  };
}

function currentUser(types: SchemaTypes): Record<string, CallField> {
  const object = types.find("User");
  if (object === undefined) return {};
  return {
    currentUser: {
      type: types.record(object),
      resolve(_, __, { context }) {
        const record = context.store.table("User").get(context.userId);
        return record === undefined ? null : { object, record };
      },
    },
  };
}
