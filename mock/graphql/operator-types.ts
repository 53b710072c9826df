import {
  GraphQLEnumType,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLInt,
  GraphQLList,
} from "graphql";
import { SCALARS, type ScalarName } from "./scalars.js";
import type { SchemaTypes } from "./schema-types.js";

const LITERALS = [
  ...["YESTERDAY", "TODAY", "TOMORROW", "LAST_90_DAYS", "NEXT_90_DAYS"],
  ...["WEEK", "MONTH", "QUARTER", "YEAR", "FISCAL_QUARTER", "FISCAL_YEAR"].flatMap((span) =>
    ["LAST", "THIS", "NEXT"].map((which) => `${which}_${span}`),
  ),
];
const RANGES = ["days", "weeks", "months", "quarters", "years", "fiscal_quarters", "fiscal_years"].flatMap(
  (span) => [`last_n_${span}`, `next_n_${span}`],
);

const DateLiteral = new GraphQLEnumType({
  name: "DateLiteral",
  values: Object.fromEntries(LITERALS.map((literal) => [literal, {}])),
});

const DateRange = new GraphQLInputObjectType({
  name: "DateRange",
  fields: Object.fromEntries(RANGES.map((range) => [range, { type: GraphQLInt }])),
});

const dateInput = (scalar: "Date" | "DateTime") =>
  new GraphQLInputObjectType({
    name: `${scalar}Input`,
    fields: {
      value: { type: SCALARS[scalar] },
      literal: { type: DateLiteral },
      range: { type: DateRange },
    },
  });

const INPUTS: { readonly [Name in ScalarName]?: GraphQLInputObjectType } = {
  Date: dateInput("Date"),
  DateTime: dateInput("DateTime"),
};

const EQUALITY = ["eq", "ne"];
const LISTS = ["in", "nin"];
const ORDER = ["lt", "gt", "lte", "gte"];
const ORDERED = [...EQUALITY, ...ORDER, ...LISTS];

/** Which operators a field has; those of text are the rest. */
const OPERATORS: { readonly [Name in ScalarName]?: readonly string[] } = {
  Boolean: EQUALITY,
  Currency: ORDERED,
  Date: ORDERED,
  DateTime: ORDERED,
  Double: ORDERED,
  ID: ORDERED,
  Int: ORDERED,
  Long: ORDERED,
  MultiPicklist: [...EQUALITY, "includes", "excludes"],
  Percent: ORDERED,
  Time: ORDERED,
};
const OF_TEXT = [...EQUALITY, "like", ...ORDER, ...LISTS];
const TAKE_LISTS: ReadonlySet<string> = new Set([...LISTS, "includes", "excludes"]);

/** Makes the operators of a scalar once. */
export function createOperatorTypes(types: Pick<SchemaTypes, "join">) {
  const made = new Map<ScalarName, GraphQLInputObjectType>();
  return (scalar: ScalarName): GraphQLInputObjectType => {
    const known = made.get(scalar);
    if (known !== undefined) return known;
    const operand: GraphQLInputType = INPUTS[scalar] ?? SCALARS[scalar];
    const type = new GraphQLInputObjectType({
      name: `${scalar === "ID" ? "Id" : scalar === "Int" ? "Integer" : scalar}Operators`,
      fields: () => ({
        ...Object.fromEntries(
          (OPERATORS[scalar] ?? OF_TEXT).map((operator) => [
            operator,
            { type: TAKE_LISTS.has(operator) ? new GraphQLList(operand) : operand },
          ]),
        ),
        ...(scalar === "ID" && { inq: { type: types.join() }, ninq: { type: types.join() } }),
      }),
    });
    made.set(scalar, type);
    return type;
  };
}
