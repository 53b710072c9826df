import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import type { DataContext } from "../data-context.js";
import type { Value } from "../store/table.js";

/** As every EntityDefinition and FieldDefinition has it: `DurableId` tells them apart. */
const NO_ID = "000000000000000AAA";
const DEFINITIONS = ["EntityDefinition", "FieldDefinition"] as const;

/** Whether an object's records are made of describes, and kept nowhere. */
export function isDefinition(objectName: string): boolean {
  return DEFINITIONS.some((name) => name === objectName);
}

/** Puts in what describes say of objects and fields, where SOQL asks for it. It is no change to the org's data. */
export function fillDefinitions({ catalog, store }: DataContext, soql: string): void {
  if (!/(Entity|Field)Definition/i.test(soql) || store.table("EntityDefinition").size > 0) return;
  let sequence = 0;
  const put = (table: string, id: string, values: Record<string, Value>) => {
    sequence += 1;
    store.table(table).put({ id, sequence, values: { Id: NO_ID, DurableId: id, ...values } });
  };
  for (const object of catalog.objects) {
    put("EntityDefinition", object.name, entityValues(object));
    for (const field of object.fields) {
      put("FieldDefinition", `${object.name}.${field.name}`, fieldValues(object, field));
    }
  }
}

function entityValues(object: ObjectInfo): Record<string, Value> {
  const { attributes } = object;
  const is = (name: keyof typeof attributes) => attributes[name] === true;
  return {
    ...namesOf(object.name, object.label),
    PluralLabel: attributes.labelPlural ?? null,
    KeyPrefix: object.keyPrefix,
    InternalSharingModel: "ReadWrite",
    ExternalSharingModel: "Private",
    IsApexTriggerable: is("triggerable"),
    IsCompactLayoutable: is("compactLayoutable"),
    IsCustomSetting: is("customSetting"),
    IsCustomizable: is("layoutable"),
    IsDeprecatedAndHidden: is("deprecatedAndHidden"),
    IsEverCreatable: object.createable,
    IsEverDeletable: object.deletable,
    IsEverUpdatable: object.updateable,
    IsLayoutable: is("layoutable"),
    IsQueryable: object.queryable,
    IsReplicateable: is("replicateable"),
    IsRetrieveable: is("retrieveable"),
    IsSearchable: is("searchable"),
    IsTriggerable: is("triggerable"),
    IsWorkflowEnabled: is("layoutable"),
  };
}

function fieldValues(object: ObjectInfo, field: FieldInfo): Record<string, Value> {
  const { precision } = field;
  return {
    ...namesOf(field.name, field.label),
    EntityDefinitionId: object.name,
    DataType: dataType(field),
    ValueTypeId: field.type,
    ExtraTypeInfo: field.extraTypeInfo,
    Length: field.length,
    Precision: precision === 0 ? null : precision,
    Scale: precision === 0 ? null : field.scale,
    RelationshipName: field.relationshipName,
    Description: null,
    IsApiFilterable: field.filterable,
    IsApiGroupable: field.groupable,
    IsApiSortable: field.sortable,
    IsCompound: field.kind === "compound",
    IsHtmlFormatted: field.extraTypeInfo === "richtextarea",
    IsNameField: field.nameField,
    IsNillable: field.nillable,
    IsPolymorphicForeignKey: field.referenceTo.length > 1,
  };
}

function namesOf(name: string, label: string): Record<string, Value> {
  const base = name.replace(/__[a-z]+$/, "");
  const [namespace, developerName] = base.includes("__") ? base.split("__") : [null, base];
  return {
    QualifiedApiName: name,
    DeveloperName: developerName ?? base,
    NamespacePrefix: namespace ?? null,
    Label: label,
    LastModifiedDate: null,
  };
}

/** The words of the setup pages, as far as they follow from a describe. */
function dataType({ type, referenceTo, length }: FieldInfo): string {
  const kind = type.charAt(0).toUpperCase() + type.slice(1);
  if (type === "reference") return `Lookup(${referenceTo.join(",")})`;
  if (type === "string") return `Text(${length})`;
  return type === "textarea" && length > 255 ? `Long Text Area(${length})` : kind;
}
