import {
  type GraphQLFieldConfig,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLString,
} from "graphql";
import { createFieldInfo, type FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import type { Value } from "../store/table.js";
import { groupsOf, type RecordGroup } from "./aggregate-groups.js";
import { type ConnectionPage, pageOf, queryRecords } from "./connection.js";
import { connectionType } from "./connection-type.js";
import { fieldScalar } from "./field-scalar.js";
import type { GraphQLCall } from "./graphql-call.js";
import { orderText } from "./order-text.js";
import { orderedArgument } from "./ordered-keys.js";
import type { QueryArguments } from "./record-page.js";
import { SCALARS, type ScalarName } from "./scalars.js";
import { perObject, type SchemaTypes } from "./schema-types.js";
import { displayValue, type FieldValue, valueType } from "./value-types.js";
import { whereText } from "./where-text.js";

/** A field of a group of records. */
interface GroupedField {
  readonly field: FieldInfo;
  readonly group: RecordGroup;
}

type AggregateField = GraphQLFieldConfig<GroupedField, GraphQLCall>;

const NUMBERS: ReadonlySet<ScalarName> = new Set(["Currency", "Double", "Int", "Long", "Percent"]);
/** What a sum is where it is not of the field's own type. */
const SUMS: { readonly [Name in ScalarName]?: ScalarName } = { Int: "Long" };
const AVERAGES: { readonly [Name in ScalarName]?: ScalarName } = { Currency: "Currency" };
const COUNT = createFieldInfo({ name: "COUNT", type: "long" });

const made = new Map<ScalarName, GraphQLObjectType<GroupedField, GraphQLCall>>();

/** `CurrencyAggregate` and its like: what can be asked of a field of a group. */
function aggregateType(scalar: ScalarName): GraphQLObjectType<GroupedField, GraphQLCall> {
  const known = made.get(scalar);
  if (known !== undefined) return known;
  const type = new GraphQLObjectType<GroupedField, GraphQLCall>({
    name: `${scalar}Aggregate`,
    fields: {
      value: { type: SCALARS[scalar], resolve: ({ field, group }) => group.values.get(field.name) ?? null },
      displayValue: { type: GraphQLString, resolve: (each, _, call) => groupLabel(scalar, each, call) },
      count: computed("COUNT", "Long"),
      countDistinct: computed("COUNT_DISTINCT", "Long"),
      ...(scalar !== "Boolean" && { min: computed("MIN", scalar), max: computed("MAX", scalar) }),
      ...(NUMBERS.has(scalar) && {
        avg: computed("AVG", AVERAGES[scalar] ?? "Double"),
        sum: computed("SUM", SUMS[scalar] ?? scalar),
      }),
    },
  });
  made.set(scalar, type);
  return type;
}

function groupLabel(scalar: ScalarName, { field, group }: GroupedField, call: GraphQLCall): string | null {
  const value = group.values.get(field.name) ?? null;
  // What a date function gives is no date.
  const isPlain = typeof value !== "number" || NUMBERS.has(scalar);
  return isPlain ? displayValue(scalar, { field, value }, call) : String(value);
}

function computed(name: string, scalar: ScalarName): AggregateField {
  return {
    type: valueType(scalar),
    resolve({ field, group }, _, call): FieldValue {
      const where = group.condition === undefined ? "" : ` WHERE ${group.condition}`;
      const soql = `SELECT ${name}(${field.name}) found FROM ${group.object.name}${where}`;
      const [row] = queryRecords(call, soql).rows(0, 1) as { found: Value }[];
      return { field: name.startsWith("COUNT") ? COUNT : field, value: row?.found ?? null };
    },
  };
}

/** The types of grouped records, and how they are read. */
export function createAggregateTypes(types: SchemaTypes) {
  const aggregate = perObject(
    (object) =>
      new GraphQLObjectType<RecordGroup, GraphQLCall>({
        name: `${types.nameOf(object)}Aggregate`,
        fields: () => ({
          ...aggregatedFields(object),
          ApiName: { type: new GraphQLNonNull(GraphQLString), resolve: () => object.name },
        }),
      }),
  );

  const result = perObject(
    (object) =>
      new GraphQLObjectType<RecordGroup, GraphQLCall>({
        name: `${types.nameOf(object)}Result`,
        fields: () => ({ aggregate: { type: aggregate(object), resolve: (group) => group } }),
      }),
  );

  const connection = perObject((object) =>
    connectionType(`${types.nameOf(object)}Aggregate`, () => result(object)),
  );

  function page(
    object: ObjectInfo,
    args: GroupArguments,
    call: GraphQLCall,
    info: GraphQLResolveInfo,
  ): ConnectionPage<RecordGroup> {
    const source = {
      object,
      scope: args.scope == null ? "" : ` USING SCOPE ${args.scope}`,
      where: whereText(object, args.where, types),
      order: orderText(object, orderedArgument(info, "orderBy", call.variables)),
    };
    const groups = groupsOf(source, args.groupBy ?? {}, call);
    return pageOf(groups.length, args, (from, to) => groups.slice(from, to));
  }

  return { connection, page };
}

interface GroupArguments extends QueryArguments {
  readonly groupBy?: Readonly<Record<string, unknown>> | null;
}

function aggregatedFields(object: ObjectInfo): Record<string, GraphQLFieldConfig<RecordGroup, GraphQLCall>> {
  const fields: Record<string, GraphQLFieldConfig<RecordGroup, GraphQLCall>> = {};
  for (const field of object.fields) {
    const scalar = fieldScalar(field);
    if (scalar === undefined || !(field.aggregatable || field.groupable)) continue;
    fields[field.name] = { type: aggregateType(scalar), resolve: (group) => ({ field, group }) };
  }
  return fields;
}
