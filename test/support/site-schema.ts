import type { Address, DateString, DateTimeString, Id, MultiPicklist, OpenPicklist } from "orgtype";

/** What generated code would say of sites. */
export interface SiteSchema {
  Site__c: {
    fields: {
      Id: Id<"Site__c">;
      Name: string;
      OwnerId: Id<"Group" | "User">;
      RecordTypeId: Id<"RecordType"> | null;
      Manager__c: Id<"User"> | null;
      Country__c: "US" | "CA" | "FR" | null;
      State__c: "NY" | "ON" | "Other" | null;
      Open__c: boolean;
      Reason__c: OpenPicklist<"Sale" | "Repairs"> | null;
      Status__c: OpenPicklist<"Planned" | "Built"> | null;
      Goods__c: MultiPicklist<"Books" | "Pens"> | null;
      Cost__c: number | null;
      Share__c: number | null;
      OpensOn__c: DateString | null;
      Code__c: string;
      Place__c: Address | null;
      CreatedDate: DateTimeString;
    };
    parents: { Manager__r: "User" | null };
    polymorphic: { Owner: "Group" | "User" };
    children: Record<never, never>;
    required: "Code__c";
    notCreateable: "Id" | "CreatedDate" | "Place__c";
    notUpdateable: "Id" | "CreatedDate" | "Place__c";
    externalId: "Id";
    recordTypes: "Shop" | "Master";
    dependent: {
      State__c: { by: "Country__c"; values: { US: "NY" | "Other"; CA: "ON" | "Other"; FR: never } };
      Reason__c: { by: "Open__c"; values: { true: "Sale"; false: "Repairs" } };
    };
  };
  User: {
    fields: { Id: Id<"User">; Name: string; IsActive: boolean; ManagerId: Id<"User"> | null };
    parents: { Manager: "User" | null };
    polymorphic: Record<never, never>;
    children: Record<never, never>;
    notCreateable: "Id";
    notUpdateable: "Id";
    externalId: "Id";
  };
}
