import { GraphQLBoolean, type GraphQLFieldConfig, GraphQLID, GraphQLNonNull, GraphQLString } from "graphql";
import type { ObjectInfo } from "../catalog/object-info.js";
import type { Target } from "../soql/field-path.js";
import { fieldScalar } from "./field-scalar.js";
import type { GraphQLCall } from "./graphql-call.js";
import { SCALARS } from "./scalars.js";
import { valueType } from "./value-types.js";

export type RecordFields = Record<string, GraphQLFieldConfig<Target, GraphQLCall>>;

/** What records have that have no record type. */
const MASTER_RECORD_TYPE = "012000000000000AAA";

/** What every record has, whatever its object. */
const common: RecordFields = {
  Id: { type: new GraphQLNonNull(GraphQLID), resolve: ({ record }) => record.id },
  ApiName: { type: new GraphQLNonNull(GraphQLString), resolve: ({ object }) => object.name },
  WeakEtag: {
    type: new GraphQLNonNull(SCALARS.Long),
    resolve: ({ record }) => Date.parse(String(record.values.SystemModstamp).replace("+0000", "Z")) || 0,
  },
  DisplayValue: {
    type: GraphQLString,
    resolve: ({ object, record }) => record.values[object.nameField?.name ?? "Name"] ?? null,
  },
  LastModifiedById: { type: valueType("ID"), resolve: () => null },
  LastModifiedDate: { type: valueType("DateTime"), resolve: () => null },
  SystemModstamp: { type: valueType("DateTime"), resolve: () => null },
};
const recordTypeId: RecordFields[string] = {
  type: valueType("ID"),
  args: { fallback: { type: GraphQLBoolean } },
  resolve({ object, record }, { fallback }) {
    const field = object.field("RecordTypeId") ?? object.field("Id");
    const value = record.values.RecordTypeId ?? (fallback === true ? MASTER_RECORD_TYPE : null);
    return field === undefined ? null : { field, value };
  },
};

/** What every record has. */
export const commonFields: RecordFields = { ...common, RecordTypeId: recordTypeId };

/** The fields of an object, and what every record has. */
export function recordFields(object: ObjectInfo): RecordFields {
  return { ...valueFields(object), ...common, ...systemFields(object), RecordTypeId: recordTypeId };
}

function valueFields(object: ObjectInfo): RecordFields {
  const fields: RecordFields = {};
  for (const field of object.fields) {
    const scalar = fieldScalar(field);
    if (scalar === undefined || field.type === "id") continue;
    fields[field.name] = {
      type: valueType(scalar),
      resolve: ({ record }) => ({ field, value: record.values[field.name] ?? null }),
    };
  }
  return fields;
}

/** Those of the fields that every record has which the object has itself, of the same type. */
function systemFields(object: ObjectInfo): RecordFields {
  const own = valueFields(object);
  return Object.fromEntries(
    Object.entries(common).flatMap(([name, { type }]) => {
      const field = own[name];
      return field?.type === type ? [[name, field]] : [];
    }),
  );
}
