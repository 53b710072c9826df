import type { DateTimeString, Id, OpenPicklist } from "../../../schema/brand.js";
import type { ManageableState } from "./apex-code.js";
import type { ReadOnlyDef, SystemFields, WritableDef } from "./object-def.js";

type SharingModel = OpenPicklist<
  "ControlledByLeadOrContact" | "ControlledByParent" | "FullAccess" | "Private" | "Read" | "ReadWrite"
>;

/** An object of the org. All of them have the same `Id`; `DurableId` tells them apart. */
export interface EntityDefinition {
  Id: Id<"EntityDefinition">;
  DeveloperName: string;
  /** API name of a standard object, else an id. It can be filtered by. */
  DurableId: string;
  ExternalSharingModel: SharingModel;
  InternalSharingModel: SharingModel;
  IsApexTriggerable: boolean;
  IsCompactLayoutable: boolean;
  IsCustomSetting: boolean;
  IsCustomizable: boolean;
  IsDeprecatedAndHidden: boolean;
  IsEverCreatable: boolean;
  IsEverDeletable: boolean;
  IsEverUpdatable: boolean;
  IsLayoutable: boolean;
  IsQueryable: boolean;
  IsReplicateable: boolean;
  IsRetrieveable: boolean;
  IsSearchable: boolean;
  IsTriggerable: boolean;
  IsWorkflowEnabled: boolean;
  KeyPrefix: string | null;
  Label: string;
  LastModifiedDate: DateTimeString | null;
  NamespacePrefix: string | null;
  PluralLabel: string | null;
  /** API name of the object. */
  QualifiedApiName: string;
}

/** A field of an object of the org. Queries need a filter by `EntityDefinition` or `DurableId`. */
export interface FieldDefinition {
  Id: Id<"FieldDefinition">;
  BusinessStatus: string | null;
  /** As people read it: `"Text(80)"`, `"Lookup(User)"`. */
  DataType: string;
  Description: string | null;
  DeveloperName: string;
  DurableId: string;
  /** `DurableId` of the object. */
  EntityDefinitionId: string;
  ExtraTypeInfo: string | null;
  IsApiFilterable: boolean;
  IsApiGroupable: boolean;
  IsApiSortable: boolean;
  IsCalculated: boolean;
  IsCompound: boolean;
  IsHtmlFormatted: boolean;
  IsNameField: boolean;
  IsNillable: boolean;
  IsPolymorphicForeignKey: boolean;
  Label: string;
  LastModifiedDate: DateTimeString | null;
  Length: number;
  NamespacePrefix: string | null;
  Precision: number | null;
  /** API name of the field. */
  QualifiedApiName: string;
  ReferenceTo: { referenceTo: string[] | null };
  RelationshipName: string | null;
  Scale: number | null;
  /** As `"string"` or `"reference"`. */
  ValueTypeId: string;
}

/** An object of the org's own. */
export interface CustomObject extends SystemFields<"CustomObject"> {
  Description: string | null;
  /** Without namespace and `__c`. */
  DeveloperName: string;
  ManageableState: ManageableState | null;
  NamespacePrefix: string | null;
}

/** A field of the org's own. */
export interface CustomField extends SystemFields<"CustomField"> {
  Description: string | null;
  /** Without namespace and `__c`. */
  DeveloperName: string;
  EntityDefinitionId: string;
  /** `"Account.Key__c"`. Read of one record at a time, as all of metadata. */
  FullName: string | null;
  InlineHelpText: string | null;
  Length: number | null;
  ManageableState: ManageableState | null;
  Metadata: Readonly<Record<string, unknown>> | null;
  NamespacePrefix: string | null;
  Precision: number | null;
  Scale: number | null;
  /** API name or id of the object that it is of. */
  TableEnumOrId: string;
}

/** A validation rule. */
export interface ValidationRule extends SystemFields<"ValidationRule"> {
  Active: boolean;
  Description: string | null;
  EntityDefinitionId: string;
  ErrorDisplayField: string | null;
  ErrorMessage: string;
  FullName: string | null;
  ManageableState: ManageableState | null;
  Metadata: Readonly<Record<string, unknown>> | null;
  NamespacePrefix: string | null;
  ValidationName: string;
}

interface OfEntity {
  EntityDefinition: "EntityDefinition";
}

export interface EntityObjects {
  EntityDefinition: ReadOnlyDef<EntityDefinition, Record<never, never>, { Fields: "FieldDefinition" }>;
  FieldDefinition: ReadOnlyDef<FieldDefinition, OfEntity>;
  CustomObject: ReadOnlyDef<CustomObject, { CreatedBy: "User"; LastModifiedBy: "User" }>;
  /** Written by full name and metadata. */
  CustomField: WritableDef<
    CustomField,
    "FullName" | "Metadata",
    Exclude<keyof CustomField, "FullName" | "Metadata">,
    "FullName",
    OfEntity
  >;
  /** Written by full name and metadata. */
  ValidationRule: WritableDef<
    ValidationRule,
    "FullName" | "Metadata",
    Exclude<keyof ValidationRule, "FullName" | "Metadata">,
    "FullName",
    OfEntity
  >;
}
