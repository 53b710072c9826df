import {
  GraphQLBoolean,
  GraphQLEnumType,
  type GraphQLInputFieldConfig,
  GraphQLInputObjectType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLString,
} from "graphql";
import type { ObjectInfo } from "../catalog/object-info.js";
import { fieldScalar } from "./field-scalar.js";
import { createOperatorTypes } from "./operator-types.js";
import { type ParentRelationship, parentsOf, perObject, type SchemaTypes } from "./schema-types.js";

type InputFields = Record<string, GraphQLInputFieldConfig>;

const OrderByClause = new GraphQLInputObjectType({
  name: "OrderByClause",
  fields: {
    order: { type: new GraphQLEnumType({ name: "ResultOrder", values: { ASC: {}, DESC: {} } }) },
    nulls: { type: new GraphQLEnumType({ name: "NullOrder", values: { FIRST: {}, LAST: {} } }) },
  },
});

const GroupByClause = new GraphQLInputObjectType({
  name: "GroupByClause",
  fields: { group: { type: GraphQLBoolean } },
});

const GROUP_FUNCTIONS = [
  ...["CALENDAR_MONTH", "CALENDAR_QUARTER", "CALENDAR_YEAR", "DAY_IN_MONTH", "DAY_IN_WEEK", "DAY_IN_YEAR"],
  ...["DAY_ONLY", "FISCAL_MONTH", "FISCAL_QUARTER", "FISCAL_YEAR", "HOUR_IN_DAY"],
  ...["WEEK_IN_MONTH", "WEEK_IN_YEAR"],
];

const GroupByDateFunction = new GraphQLInputObjectType({
  name: "GroupByDateFunction",
  fields: {
    function: {
      type: new GraphQLEnumType({
        name: "GroupByFunction",
        values: Object.fromEntries(GROUP_FUNCTIONS.map((name) => [name, {}])),
      }),
    },
  },
});

const GroupByType = new GraphQLEnumType({
  name: "GroupByType",
  values: { GROUP_BY: {}, ROLLUP: {}, CUBE: {} },
});

/** `Account_Filter`, `Account_OrderBy` and `Account_GroupBy` of each object. */
export function createInputTypes(types: SchemaTypes) {
  const operators = createOperatorTypes(types);

  const filter: (object: ObjectInfo) => GraphQLInputObjectType = perObject((object) => {
    const type: GraphQLInputObjectType = new GraphQLInputObjectType({
      name: `${types.nameOf(object)}_Filter`,
      fields: () => ({
        ...ofFields(object, (field, scalar) => (field.filterable ? operators(scalar) : undefined)),
        ...ofParents(object, (parent) =>
          parent.isPolymorphic ? polymorphicFilter(object, parent) : filter(parent.targets[0] as ObjectInfo),
        ),
        and: { type: new GraphQLList(type) },
        or: { type: new GraphQLList(type) },
        not: { type },
      }),
    });
    return type;
  });

  function polymorphicFilter(object: ObjectInfo, { name, targets }: ParentRelationship) {
    return new GraphQLInputObjectType({
      name: `${types.nameOf(object)}_${name}_Filters`,
      fields: () => Object.fromEntries(targets.map((target) => [target.name, { type: filter(target) }])),
    });
  }

  const orderBy: (object: ObjectInfo) => GraphQLInputObjectType = perObject(
    (object) =>
      new GraphQLInputObjectType({
        name: `${types.nameOf(object)}_OrderBy`,
        fields: () => ({
          ...ofFields(object, (field) => (field.sortable ? OrderByClause : undefined)),
          ...ofParents(object, ({ isPolymorphic, targets }) =>
            isPolymorphic ? undefined : orderBy(targets[0] as ObjectInfo),
          ),
        }),
      }),
  );

  const groupBy: (object: ObjectInfo) => GraphQLInputObjectType = perObject(
    (object) =>
      new GraphQLInputObjectType({
        name: `${types.nameOf(object)}_GroupBy`,
        fields: () => ({
          ...ofFields(object, (field) => {
            if (field.kind === "datetime") return GroupByDateFunction;
            return field.groupable ? GroupByClause : undefined;
          }),
          type: { type: GroupByType },
        }),
      }),
  );

  const join = new GraphQLInputObjectType({
    name: "JoinInput",
    fields: () => ({
      ApiName: { type: new GraphQLNonNull(GraphQLString) },
      ...Object.fromEntries(types.objects.map((object) => [object.name, { type: filter(object) }])),
    }),
  });

  function ofParents(
    object: ObjectInfo,
    typeOf: (parent: ParentRelationship) => GraphQLInputObjectType | undefined,
  ): InputFields {
    const fields: InputFields = {};
    for (const parent of parentsOf(object, types)) {
      const type = typeOf(parent);
      if (type !== undefined) fields[parent.name] = { type };
    }
    return fields;
  }

  return { filter, orderBy, groupBy, join: () => join };
}

function ofFields(
  object: ObjectInfo,
  typeOf: (
    field: ObjectInfo["fields"][number],
    scalar: NonNullable<ReturnType<typeof fieldScalar>>,
  ) => GraphQLInputObjectType | undefined,
): InputFields {
  const fields: InputFields = {};
  for (const field of object.fields) {
    const scalar = fieldScalar(field);
    const type = scalar && typeOf(field, scalar);
    if (type !== undefined) fields[field.name] = { type };
  }
  return fields;
}
