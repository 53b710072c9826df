import { GraphQLInterfaceType, GraphQLObjectType, GraphQLString } from "graphql";
import { valueLabel } from "../analytics/cell-label.js";
import type { FieldInfo } from "../catalog/field-info.js";
import type { Value } from "../store/table.js";
import type { GraphQLCall } from "./graphql-call.js";
import { SCALARS, type ScalarName } from "./scalars.js";

/** A value with the field it is of. */
export interface FieldValue {
  readonly field: FieldInfo;
  readonly value: Value;
}

const FieldValueType = new GraphQLInterfaceType({
  name: "FieldValue",
  fields: { displayValue: { type: GraphQLString } },
});

/** Those whose users see something else than the value. */
const LABELLED: ReadonlySet<string> = new Set(["Picklist", "MultiPicklist"]);
const FORMATTED: ReadonlySet<string> = new Set([
  "Currency",
  "Date",
  "DateTime",
  "Double",
  "Int",
  "Long",
  "Percent",
  "Time",
]);

const made = new Map<ScalarName, GraphQLObjectType<FieldValue, GraphQLCall>>();

/** `StringValue` and its like: what a field of a record is. */
export function valueType(scalar: ScalarName): GraphQLObjectType<FieldValue, GraphQLCall> {
  const known = made.get(scalar);
  if (known !== undefined) return known;
  const hasLabel = LABELLED.has(scalar) || scalar === "String";
  const type = new GraphQLObjectType<FieldValue, GraphQLCall>({
    name: `${scalar}Value`,
    interfaces: [FieldValueType],
    fields: {
      value: { type: SCALARS[scalar], resolve: shownValue },
      displayValue: { type: GraphQLString, resolve: (each, _, call) => displayValue(scalar, each, call) },
      ...(hasLabel && {
        label: {
          type: GraphQLString,
          resolve: (each: FieldValue, _: object, call: GraphQLCall) => label(scalar, each, call),
        },
      }),
    },
  });
  made.set(scalar, type);
  return type;
}

/** A value as GraphQL has it: moments end in Z. */
export function shownValue({ field, value }: FieldValue): Value {
  return field.kind === "datetime" && typeof value === "string" ? value.replace("+0000", "Z") : value;
}

/** What users see of a value; null where that is the value itself. */
export function displayValue(
  scalar: ScalarName,
  { field, value }: FieldValue,
  call: GraphQLCall,
): string | null {
  if (value === null || !(FORMATTED.has(scalar) || LABELLED.has(scalar))) return null;
  return valueLabel(field, call.context.timeZone)(value);
}

function label(scalar: ScalarName, each: FieldValue, call: GraphQLCall): string | null {
  return LABELLED.has(scalar) ? displayValue(scalar, each, call) : null;
}
