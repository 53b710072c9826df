import type { OpenPicklist } from "../../../schema/brand.js";
import type { SystemFields, WritableDef } from "./object-def.js";

/** Who may change what came with a package. */
export type ManageableState = OpenPicklist<
  | "beta"
  | "deleted"
  | "deprecated"
  | "deprecatedEditable"
  | "installed"
  | "installedEditable"
  | "released"
  | "unmanaged"
>;

type CodeStatus = OpenPicklist<"Active" | "Deleted" | "Inactive">;

/** An Apex class. */
export interface ApexClass extends SystemFields<"ApexClass"> {
  /** As 66. */
  ApiVersion: number;
  Body: string;
  BodyCrc: number | null;
  /** Read of one record at a time, as all of metadata. */
  FullName: string | null;
  IsValid: boolean;
  LengthWithoutComments: number;
  ManageableState: ManageableState | null;
  /** Read of one record at a time. */
  Metadata: Readonly<Record<string, unknown>> | null;
  Name: string;
  NamespacePrefix: string | null;
  Status: CodeStatus;
  /** Methods, properties and inner classes; null of a class that is not compiled. */
  SymbolTable: Readonly<Record<string, unknown>> | null;
}

/** An Apex trigger. */
export interface ApexTrigger extends SystemFields<"ApexTrigger"> {
  ApiVersion: number;
  Body: string;
  BodyCrc: number | null;
  /** API name or id of the object that it is of. */
  EntityDefinitionId: string;
  FullName: string | null;
  IsValid: boolean;
  LengthWithoutComments: number;
  ManageableState: ManageableState | null;
  Metadata: Readonly<Record<string, unknown>> | null;
  Name: string;
  NamespacePrefix: string | null;
  Status: CodeStatus;
  /** API name or id of the object that it is of. */
  TableEnumOrId: string;
  UsageAfterDelete: boolean;
  UsageAfterInsert: boolean;
  UsageAfterUndelete: boolean;
  UsageAfterUpdate: boolean;
  UsageBeforeDelete: boolean;
  UsageBeforeInsert: boolean;
  UsageBeforeUpdate: boolean;
  UsageIsBulk: boolean;
}

/** A Visualforce page. */
export interface ApexPage extends SystemFields<"ApexPage"> {
  ApiVersion: number;
  ControllerKey: string | null;
  ControllerType: string | null;
  Description: string | null;
  FullName: string | null;
  IsAvailableInTouch: boolean;
  IsConfirmationTokenRequired: boolean;
  ManageableState: ManageableState | null;
  Markup: string;
  MasterLabel: string;
  Metadata: Readonly<Record<string, unknown>> | null;
  Name: string;
  NamespacePrefix: string | null;
}

/** A Visualforce component. */
export interface ApexComponent extends SystemFields<"ApexComponent"> {
  ApiVersion: number;
  ControllerKey: string | null;
  ControllerType: string | null;
  Description: string | null;
  FullName: string | null;
  ManageableState: ManageableState | null;
  Markup: string;
  MasterLabel: string;
  Metadata: Readonly<Record<string, unknown>> | null;
  Name: string;
  NamespacePrefix: string | null;
}

type OfCode = "BodyCrc" | "IsValid" | "LengthWithoutComments" | "ManageableState" | "NamespacePrefix";
type OfPages = "ControllerKey" | "ControllerType" | "ManageableState" | "NamespacePrefix";
type Usage = Extract<keyof ApexTrigger, `Usage${string}`>;

export interface ApexCodeObjects {
  ApexClass: WritableDef<ApexClass, "Body", OfCode | "SymbolTable">;
  ApexTrigger: WritableDef<
    ApexTrigger,
    "Body" | "Name" | "TableEnumOrId",
    OfCode | Usage | "EntityDefinitionId",
    "TableEnumOrId",
    { EntityDefinition: "EntityDefinition" }
  >;
  ApexPage: WritableDef<ApexPage, "Markup" | "MasterLabel" | "Name", OfPages>;
  ApexComponent: WritableDef<ApexComponent, "Markup" | "MasterLabel" | "Name", OfPages>;
}
