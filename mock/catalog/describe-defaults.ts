import type { RawDescribe, RawField } from "../../codegen/model/raw-describe.js";
import { fieldType } from "./field-types.js";

/** Every attribute of a described field, with what it is where a describe does not say. */
const FIELD_ATTRIBUTES = {
  aggregatable: true,
  aiPredictionField: false,
  autoNumber: false,
  byteLength: 0,
  calculated: false,
  calculatedFormula: null,
  cascadeDelete: false,
  caseSensitive: false,
  compoundFieldName: null,
  controllerName: null,
  createable: false,
  custom: false,
  defaultValue: null,
  defaultValueFormula: null,
  defaultedOnCreate: false,
  dependentPicklist: false,
  deprecatedAndHidden: false,
  digits: 0,
  displayLocationInDecimal: false,
  encrypted: false,
  externalId: false,
  extraTypeInfo: null,
  filterable: true,
  filteredLookupInfo: null,
  formulaTreatNullNumberAsZero: false,
  groupable: true,
  highScaleNumber: false,
  htmlFormatted: false,
  idLookup: false,
  inlineHelpText: null,
  label: "",
  length: 0,
  mask: null,
  maskType: null,
  name: "",
  nameField: false,
  namePointing: false,
  nillable: true,
  permissionable: true,
  picklistValues: [],
  polymorphicForeignKey: false,
  precision: 0,
  queryByDistance: false,
  referenceTargetField: null,
  referenceTo: [],
  relationshipName: null,
  relationshipOrder: null,
  restrictedDelete: false,
  restrictedPicklist: false,
  scale: 0,
  searchPrefilterable: false,
  soapType: "xsd:string",
  sortable: true,
  type: "string",
  unique: false,
  updateable: false,
  writeRequiresMasterRead: false,
} as const;

const OBJECT_ATTRIBUTES = {
  actionOverrides: [],
  activateable: false,
  associateEntityType: null,
  associateParentEntity: null,
  childRelationships: [],
  compactLayoutable: true,
  createable: true,
  custom: false,
  customSetting: false,
  deepCloneable: false,
  defaultImplementation: null,
  deletable: true,
  deprecatedAndHidden: false,
  extendedBy: null,
  extendsInterfaces: null,
  feedEnabled: false,
  hasSubtypes: false,
  implementedBy: null,
  implementsInterfaces: null,
  isInterface: false,
  isSubtype: false,
  keyPrefix: null,
  label: "",
  labelPlural: "",
  layoutable: true,
  listviewable: null,
  lookupLayoutable: null,
  mergeable: false,
  mruEnabled: true,
  name: "",
  namedLayoutInfos: [],
  networkScopeFieldName: null,
  queryable: true,
  recordTypeInfos: [],
  replicateable: true,
  retrieveable: true,
  searchLayoutable: true,
  searchable: true,
  sobjectDescribeOption: "FULL",
  supportedScopes: [],
  triggerable: true,
  undeletable: true,
  updateable: true,
} as const;

const ID_LENGTH = 18;
const BYTES_A_CHARACTER = 3;

/** Every attribute of an object but its fields. */
export type ObjectAttributes = Record<keyof typeof OBJECT_ATTRIBUTES, unknown> &
  Pick<RawDescribe, "childRelationships" | "labelPlural" | "recordTypeInfos">;
export type CompleteField = Record<keyof typeof FIELD_ATTRIBUTES, unknown>;

/** Fills in every attribute that an object has in a describe answer. */
export function completeAttributes(raw: RawDescribe, keyPrefix: string | null): ObjectAttributes {
  const { fields: _, ...given } = raw;
  return {
    ...OBJECT_ATTRIBUTES,
    ...withoutUndefined(given),
    keyPrefix,
    label: raw.label ?? raw.name,
    labelPlural: raw.labelPlural ?? raw.label ?? raw.name,
    custom: raw.custom ?? isCustom(raw.name),
    childRelationships: raw.childRelationships ?? [],
    recordTypeInfos: raw.recordTypeInfos ?? [],
  } as ObjectAttributes;
}

export function isCustom(name: string): boolean {
  return name.endsWith("__c");
}

/** Fills in every attribute that a field has in a describe answer. */
export function completeField(raw: RawField): CompleteField {
  const length = raw.length ?? (fieldType(raw.type).kind === "id" ? ID_LENGTH : 0);
  return {
    ...FIELD_ATTRIBUTES,
    byteLength: fieldType(raw.type).kind === "id" ? ID_LENGTH : length * BYTES_A_CHARACTER,
    soapType: fieldType(raw.type).soapType,
    custom: isCustom(raw.name),
    ...withoutUndefined(raw),
    label: raw.label ?? raw.name,
    length,
    picklistValues: (raw.picklistValues ?? []).map(completePicklistValue),
    referenceTo: raw.referenceTo ?? [],
  };
}

function completePicklistValue(value: Record<string, unknown>): Record<string, unknown> {
  return {
    active: true,
    defaultValue: false,
    label: value.value,
    validFor: null,
    ...withoutUndefined(value),
  };
}

function withoutUndefined<T extends object>(record: T): T {
  const copy = { ...record };
  for (const key of Object.keys(copy) as (keyof T)[]) if (copy[key] === undefined) delete copy[key];
  return copy;
}
