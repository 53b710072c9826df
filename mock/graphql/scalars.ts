import {
  GraphQLBoolean,
  GraphQLError,
  GraphQLID,
  GraphQLInt,
  GraphQLScalarType,
  GraphQLString,
} from "graphql";
import { parseDate, parseDatetime, parseTime } from "../dml/date-text.js";

type Read = (value: unknown) => unknown;

const text: Read = (value) => (typeof value === "string" ? value : undefined);
const number: Read = (value) => {
  const read = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof read === "number" && Number.isFinite(read) ? read : undefined;
};
const whole: Read = (value) => {
  const read = number(value);
  return Number.isSafeInteger(read) ? read : undefined;
};
const textOf =
  (parse: (text: string) => string | null): Read =>
  (value) =>
    typeof value === "string" && parse(value) !== null ? value : undefined;

/** A scalar of Salesforce's own. What it does not read is an error that says which it is. */
function scalar(name: string, read: Read): GraphQLScalarType {
  return new GraphQLScalarType({
    name,
    serialize: (value) => value,
    parseValue(value) {
      const found = read(value);
      if (found !== undefined) return found;
      throw new GraphQLError(`${name} cannot represent the value ${JSON.stringify(value)}`);
    },
  });
}

/** The scalars of fields, by the word their other types begin with. */
export const SCALARS = {
  Boolean: GraphQLBoolean,
  Currency: scalar("Currency", number),
  Date: scalar("Date", textOf(parseDate)),
  DateTime: scalar("DateTime", textOf(parseDatetime)),
  Double: scalar("Double", number),
  Email: scalar("Email", text),
  EncryptedString: scalar("EncryptedString", text),
  ID: GraphQLID,
  Int: GraphQLInt,
  Long: scalar("Long", whole),
  LongTextArea: scalar("LongTextArea", text),
  MultiPicklist: scalar("MultiPicklist", text),
  Percent: scalar("Percent", number),
  PhoneNumber: scalar("PhoneNumber", text),
  Picklist: scalar("Picklist", text),
  RichTextArea: scalar("RichTextArea", text),
  String: GraphQLString,
  TextArea: scalar("TextArea", text),
  Time: scalar("Time", textOf(parseTime)),
  Url: scalar("Url", text),
} as const satisfies Record<string, GraphQLScalarType>;

export type ScalarName = keyof typeof SCALARS;

/** The id of a record, or `@{name}` for the one that another part of the mutation creates. */
export const IdOrRef = scalar("IdOrRef", text);
