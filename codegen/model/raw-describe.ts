import * as v from "valibot";

const flag = v.optional(v.nullable(v.boolean()));
const text = v.optional(v.nullable(v.string()));
const count = v.optional(v.nullable(v.number()));
const names = v.optional(v.nullable(v.array(v.string())));

const picklistValue = v.looseObject({
  value: v.nullable(v.string()),
  label: text,
  active: flag,
  defaultValue: flag,
  validFor: text,
});

/**
 * One field of a describe. Only `name` and `type` are needed: 39 attributes came with API v23, 57 with
 * v66, and unknown ones are kept as they are.
 */
const field = v.looseObject({
  name: v.pipe(v.string(), v.nonEmpty()),
  type: v.pipe(v.string(), v.nonEmpty()),
  label: text,
  inlineHelpText: text,
  length: count,
  precision: count,
  scale: count,
  digits: count,
  nillable: flag,
  createable: flag,
  updateable: flag,
  defaultedOnCreate: flag,
  defaultValue: v.optional(v.unknown()),
  calculated: flag,
  autoNumber: flag,
  unique: flag,
  caseSensitive: flag,
  externalId: flag,
  idLookup: flag,
  nameField: flag,
  filterable: flag,
  sortable: flag,
  groupable: flag,
  aggregatable: flag,
  restrictedPicklist: flag,
  dependentPicklist: flag,
  controllerName: text,
  compoundFieldName: text,
  extraTypeInfo: text,
  picklistValues: v.optional(v.nullable(v.array(picklistValue))),
  referenceTo: names,
  relationshipName: text,
  relationshipOrder: count,
  cascadeDelete: flag,
  restrictedDelete: flag,
  writeRequiresMasterRead: flag,
  custom: flag,
});

const childRelationship = v.looseObject({
  childSObject: v.string(),
  field: v.string(),
  relationshipName: text,
  cascadeDelete: flag,
  restrictedDelete: flag,
  deprecatedAndHidden: flag,
});

const recordTypeInfo = v.looseObject({
  recordTypeId: text,
  name: text,
  developerName: text,
  active: flag,
  available: flag,
  master: flag,
  defaultRecordTypeMapping: flag,
});

/** The answer of `GET /sobjects/{sObject}/describe`, as far as this package reads it. */
export const describeSchema = v.looseObject({
  name: v.pipe(v.string(), v.nonEmpty()),
  label: text,
  labelPlural: text,
  keyPrefix: text,
  custom: flag,
  queryable: flag,
  createable: flag,
  updateable: flag,
  deletable: flag,
  fields: v.array(field),
  childRelationships: v.optional(v.nullable(v.array(childRelationship))),
  recordTypeInfos: v.optional(v.nullable(v.array(recordTypeInfo))),
});

export type RawDescribe = v.InferOutput<typeof describeSchema>;
export type RawField = v.InferOutput<typeof field>;
export type RawChildRelationship = v.InferOutput<typeof childRelationship>;
export type RawPicklistValue = v.InferOutput<typeof picklistValue>;
