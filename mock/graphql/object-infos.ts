import {
  GraphQLBoolean,
  GraphQLID,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
} from "graphql";
import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import { fieldScalar } from "./field-scalar.js";

const flag = new GraphQLNonNull(GraphQLBoolean);
const word = new GraphQLNonNull(GraphQLString);
const count = new GraphQLNonNull(GraphQLInt);

const Field = new GraphQLObjectType<FieldInfo>({
  name: "Field",
  fields: {
    ApiName: { type: word, resolve: ({ name }) => name },
    label: { type: GraphQLString },
    dataType: { type: GraphQLString, resolve: dataType },
    createable: { type: flag },
    updateable: { type: flag },
    custom: { type: flag },
    filterable: { type: flag },
    sortable: { type: flag },
    unique: { type: flag },
    required: {
      type: flag,
      resolve: (field) => !field.nillable && !field.defaultedOnCreate && field.createable,
    },
    length: { type: count },
    precision: { type: count },
    scale: { type: count },
    relationshipName: { type: GraphQLString },
  },
});

/** In the words of the UI API. */
function dataType(field: FieldInfo): string {
  if (field.type === "reference") return "Reference";
  if (field.type === "multipicklist") return "MultiPicklist";
  if (field.kind === "compound") return field.type === "address" ? "Address" : "Location";
  const scalar = fieldScalar(field) ?? "Base64";
  if (scalar === "PhoneNumber") return "Phone";
  return scalar === "LongTextArea" || scalar === "RichTextArea" ? "TextArea" : scalar;
}

/** What is known of an object. */
export const ObjectInfoType: GraphQLObjectType<ObjectInfo> = new GraphQLObjectType<ObjectInfo>({
  name: "ObjectInfo",
  fields: {
    ApiName: { type: word, resolve: ({ name }) => name },
    label: { type: GraphQLString },
    labelPlural: { type: GraphQLString, resolve: ({ attributes }) => attributes.labelPlural },
    keyPrefix: { type: GraphQLString },
    createable: { type: flag },
    updateable: { type: flag },
    deletable: { type: flag },
    queryable: { type: flag },
    custom: { type: flag, resolve: ({ attributes }) => attributes.custom === true },
    searchable: { type: flag, resolve: ({ attributes }) => attributes.searchable === true },
    layoutable: { type: flag, resolve: ({ attributes }) => attributes.layoutable === true },
    mruEnabled: { type: flag, resolve: ({ attributes }) => attributes.mruEnabled === true },
    feedEnabled: { type: flag, resolve: ({ attributes }) => attributes.feedEnabled === true },
    nameFields: {
      type: new GraphQLNonNull(new GraphQLList(GraphQLString)),
      resolve: ({ nameField }) => (nameField === undefined ? [] : [nameField.name]),
    },
    defaultRecordTypeId: {
      type: GraphQLID,
      resolve: ({ recordTypes }) => recordTypes.find(({ isDefault }) => isDefault)?.id ?? null,
    },
    locale: { type: GraphQLString, resolve: () => "en_US" },
    fields: { type: new GraphQLList(Field) },
  },
});
