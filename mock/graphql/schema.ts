import { GraphQLNonNull, GraphQLObjectType, GraphQLSchema } from "graphql";
import type { Catalog } from "../catalog/catalog.js";
import { createAggregateTypes } from "./aggregate-types.js";
import { createInputTypes } from "./input-types.js";
import { createMutationType } from "./mutation-types.js";
import { createQueryTypes } from "./query-types.js";
import { createRecordTypes } from "./record-types.js";
import type { SchemaTypes } from "./schema-types.js";
import { typeNames } from "./type-names.js";

const schemas = new WeakMap<Catalog, GraphQLSchema>();

/** The schema of what a user sees; made once, as it takes longer than most documents. */
export function schemaOf(catalog: Catalog): GraphQLSchema {
  const known = schemas.get(catalog);
  if (known !== undefined) return known;
  const schema = createSchema(catalog);
  schemas.set(catalog, schema);
  return schema;
}

function createSchema(catalog: Catalog): GraphQLSchema {
  const names = typeNames(catalog.objects.filter(({ queryable }) => queryable));
  const objects = [...names.keys()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const known = new Set(objects);
  const types: SchemaTypes = {
    catalog,
    objects,
    nameOf: (object) => names.get(object) ?? object.name,
    find(name) {
      const object = catalog.find(name);
      return object !== undefined && known.has(object) ? object : undefined;
    },
    record: (object) => records.record(object),
    connection: (object) => records.connection(object),
    filter: (object) => inputs.filter(object),
    orderBy: (object) => inputs.orderBy(object),
    groupBy: (object) => inputs.groupBy(object),
    join: () => inputs.join(),
  };
  const records = createRecordTypes(types);
  const inputs = createInputTypes(types);

  const UIAPI = createQueryTypes(types, records, createAggregateTypes(types));
  return new GraphQLSchema({
    query: new GraphQLObjectType({
      name: "Query",
      fields: { uiapi: { type: new GraphQLNonNull(UIAPI), resolve: () => ({}) } },
    }),
    mutation: createMutationType(types),
    types: objects.map(records.record),
    // It is made of describes, and its form is tested: to check it took as long as to make it.
    assumeValid: true,
  });
}
