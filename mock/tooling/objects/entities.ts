import { object } from "../../schema/dsl.js";
import { int } from "../../schema/fields/number.js";
import { boolean, datetime } from "../../schema/fields/plain.js";
import { lookup } from "../../schema/fields/reference.js";
import { text } from "../../schema/fields/text.js";
import { readOnlyTraits } from "./tooling-traits.js";

const written = { readOnly: true, nillable: false } as const;

/** They are made of describes, and have neither author nor date. */
const definitionTraits = {
  ...readOnlyTraits,
  without: [
    "IsDeleted",
    "CreatedById",
    "CreatedDate",
    "LastModifiedById",
    "LastModifiedDate",
    "SystemModstamp",
  ],
} as const;

const flags = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, boolean(written)]));

const names = {
  DurableId: text(255, written),
  QualifiedApiName: text(255, written),
  DeveloperName: text(255, written),
  NamespacePrefix: text(15, { readOnly: true }),
  Label: text(255, written),
  LastModifiedDate: datetime({ readOnly: true }),
};

export const entityDefinition = object(
  "EntityDefinition",
  { ...definitionTraits, label: "Entity Definition", prefix: "4ie" },
  {
    ...names,
    PluralLabel: text(255, { readOnly: true }),
    KeyPrefix: text(3, { readOnly: true }),
    InternalSharingModel: text(40, { readOnly: true }),
    ExternalSharingModel: text(40, { readOnly: true }),
    ...flags([
      "IsApexTriggerable",
      "IsCompactLayoutable",
      "IsCustomSetting",
      "IsCustomizable",
      "IsDeprecatedAndHidden",
      "IsEverCreatable",
      "IsEverDeletable",
      "IsEverUpdatable",
      "IsLayoutable",
      "IsQueryable",
      "IsReplicateable",
      "IsRetrieveable",
      "IsSearchable",
      "IsTriggerable",
      "IsWorkflowEnabled",
    ]),
  },
);

export const fieldDefinition = object(
  "FieldDefinition",
  { ...definitionTraits, label: "Field Definition", prefix: "4fd" },
  {
    ...names,
    EntityDefinitionId: lookup("EntityDefinition", { ...written, children: "Fields" }),
    DataType: text(255, written),
    ValueTypeId: text(255, written),
    ExtraTypeInfo: text(255, { readOnly: true }),
    Length: int(9, written),
    Precision: int(9, { readOnly: true }),
    Scale: int(9, { readOnly: true }),
    RelationshipName: text(255, { readOnly: true }),
    Description: text(255, { readOnly: true }),
    ...flags([
      "IsApiFilterable",
      "IsApiGroupable",
      "IsApiSortable",
      "IsCompound",
      "IsHtmlFormatted",
      "IsNameField",
      "IsNillable",
      "IsPolymorphicForeignKey",
    ]),
  },
);
