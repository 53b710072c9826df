import type { Catalog } from "../catalog/catalog.js";
import type { CompleteField } from "../catalog/describe-defaults.js";
import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import { isRequiredOnCreate } from "../dml/check-record.js";
import { withTag } from "./ui-tag.js";

/** What the UI API calls the types of fields, where it is not the describe's word with a capital. */
const DATA_TYPES: Readonly<Record<string, string>> = {
  anyType: "ComplexValue",
  base64: "Base64",
  combobox: "ComboBox",
  datetime: "DateTime",
  encryptedstring: "EncryptedString",
  // An id is said to refer to its own record.
  id: "Reference",
  multipicklist: "MultiPicklist",
  textarea: "TextArea",
};

/** The attributes of a field that are those of its describe. */
const AS_DESCRIBED = [
  "calculated",
  "compoundFieldName",
  "controllerName",
  "createable",
  "custom",
  "extraTypeInfo",
  "filterable",
  "filteredLookupInfo",
  "highScaleNumber",
  "htmlFormatted",
  "inlineHelpText",
  "label",
  "length",
  "maskType",
  "nameField",
  "polymorphicForeignKey",
  "precision",
  "referenceTargetField",
  "relationshipName",
  "scale",
  "searchPrefilterable",
  "sortable",
  "unique",
  "updateable",
] as const satisfies readonly (keyof CompleteField)[];

/** The attributes of an object that are those of its describe. */
const OBJECT_AS_DESCRIBED = [
  "associateEntityType",
  "associateParentEntity",
  "compactLayoutable",
  "createable",
  "custom",
  "deletable",
  "feedEnabled",
  "keyPrefix",
  "label",
  "labelPlural",
  "layoutable",
  "mruEnabled",
  "queryable",
  "searchLayoutable",
  "searchable",
  "updateable",
] as const;

/** An object in short. */
export function uiObjectSummary(object: ObjectInfo, dataPath: string): Record<string, unknown> {
  const { keyPrefix, label, labelPlural } = object.attributes;
  return {
    apiName: object.name,
    keyPrefix,
    label,
    labelPlural,
    nameFields: nameFields(object),
    objectInfoUrl: `${dataPath}/ui-api/object-info/${object.name}`,
  };
}

/** An object with its fields, as the UI API tells of it. */
export function uiObjectInfo(object: ObjectInfo, catalog: Catalog): Record<string, unknown> {
  const fields = object.describedFields().map((field) => uiField(object, field, catalog));
  return withTag({
    ...Object.fromEntries(OBJECT_AS_DESCRIBED.map((name) => [name, object.attributes[name]])),
    apiName: object.name,
    childRelationships: childRelationships(object),
    defaultRecordTypeId: defaultRecordType(object)?.id ?? null,
    dependentFields: dependentFields(object, null),
    fields: Object.fromEntries(fields.map((field) => [field.apiName, field])),
    nameFields: nameFields(object),
    recordTypeInfos: Object.fromEntries(
      object.recordTypes.map(({ id }) => [id, uiRecordType(object, id)] as const),
    ),
    themeInfo: null,
  });
}

export function uiRecordType(object: ObjectInfo, id: string): Record<string, unknown> | null {
  const type = (object.attributes.recordTypeInfos ?? []).find(({ recordTypeId }) => recordTypeId === id);
  if (type === undefined) return null;
  return {
    available: type.available ?? true,
    defaultRecordTypeMapping: type.defaultRecordTypeMapping ?? false,
    master: type.master ?? false,
    name: type.name,
    recordTypeId: id,
  };
}

/** The record type that new records get. */
export function defaultRecordType({ recordTypes }: ObjectInfo) {
  return recordTypes.find(({ isDefault }) => isDefault) ?? recordTypes.find(({ master }) => master);
}

function uiField(object: ObjectInfo, described: CompleteField, catalog: Catalog) {
  const name = String(described.name);
  const type = String(described.type);
  const targets = type === "reference" ? (described.referenceTo as readonly string[]) : [];
  const info = object.field(name);
  return {
    ...Object.fromEntries(AS_DESCRIBED.map((attribute) => [attribute, described[attribute]])),
    apiName: name,
    compound: info?.kind === "compound" || isNameOfParts(object, name),
    compoundComponentName: componentName(object, info),
    controllingFields: described.controllerName === null ? [] : [described.controllerName],
    dataType: DATA_TYPES[type] ?? type.charAt(0).toUpperCase() + type.slice(1),
    reference: type === "reference",
    referenceToInfos: targets.map((target) => {
      const other = catalog.find(target);
      return { apiName: target, nameFields: other === undefined ? [] : nameFields(other) };
    }),
    required: info !== undefined && isRequiredOnCreate(info),
  };
}

/** Which part of an address, location or name a field is. */
function componentName(object: ObjectInfo, field: FieldInfo | undefined): string | null {
  const whole = field?.compoundFieldName ?? null;
  if (field === undefined || whole === null || whole === field.name) return null;
  const part = object.parts(whole).find((each) => each.field === field.name)?.key ?? field.name;
  return part.charAt(0).toUpperCase() + part.slice(1);
}

/** The fields that make up the name of a record: several where it is that of a person. */
function nameFields(object: ObjectInfo): string[] {
  const { nameField } = object;
  if (nameField === undefined) return [];
  const parts = ["FirstName", "LastName"].filter(
    (name) => object.field(name)?.compoundFieldName === nameField.name,
  );
  return [...parts, nameField.name];
}

function isNameOfParts(object: ObjectInfo, name: string): boolean {
  return object.fields.some((part) => part.compoundFieldName === name && part.name !== name);
}

function childRelationships({ attributes }: ObjectInfo): object[] {
  return (attributes.childRelationships ?? []).flatMap(({ childSObject, field, relationshipName }) =>
    relationshipName
      ? [
          {
            childObjectApiName: childSObject,
            fieldName: field,
            junctionIdListNames: [],
            junctionReferenceTo: [],
            relationshipName,
          },
        ]
      : [],
  );
}

/** The dependent picklists below a field, and those below them. */
function dependentFields(object: ObjectInfo, controller: string | null): Record<string, object> {
  const fields = object.describedFields();
  const names =
    controller === null
      ? new Set(
          fields.flatMap(({ controllerName }) =>
            controllerName !== null &&
            fields.find(({ name }) => name === controllerName)?.controllerName === null
              ? [String(controllerName)]
              : [],
          ),
        )
      : fields.filter(({ controllerName }) => controllerName === controller).map(({ name }) => String(name));
  return Object.fromEntries([...names].map((name) => [name, dependentFields(object, name)]));
}
