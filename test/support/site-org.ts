import { defineOrg, type OrgMetadata } from "orgtype";
import {
  address,
  boolean,
  currency,
  date,
  describeObjects,
  lookup,
  multipicklist,
  object,
  percent,
  picklist,
  standardObjects,
  text,
} from "orgtype/mock";
import type { SiteSchema } from "./site-schema.js";

export const MASTER = "012000000000000AAA";
export const SHOP = "012Ot0000000001IAA";

const site = object(
  "Site__c",
  { label: "Site", prefix: "a09" },
  {
    Name: text(80),
    RecordTypeId: lookup("RecordType"),
    Manager__c: lookup("User"),
    Country__c: picklist([{ value: "US", label: "United States" }, "CA", "FR"], { restricted: true }),
    State__c: picklist(
      [
        { value: "NY", for: ["US"] },
        { value: "ON", for: ["CA"] },
        { value: "Gone", for: ["US"], active: false },
        { value: "Other", for: ["US", "CA"] },
      ],
      { restricted: true, controller: "Country__c" },
    ),
    Open__c: boolean(),
    Reason__c: picklist(
      [
        { value: "Sale", for: [true] },
        { value: "Repairs", for: [false] },
      ],
      { controller: "Open__c" },
    ),
    Status__c: picklist(["Planned", "Built"], { default: "Planned" }),
    Goods__c: multipicklist(["Books", { value: "Pens", label: "Pens and pencils" }]),
    Cost__c: currency(16, 2),
    Share__c: percent(5, 1),
    OpensOn__c: date(),
    Code__c: text(20, { unique: true, required: true }),
    Place__c: address(),
  },
);

/** Sites, of which some are shops. */
export function siteDescribes() {
  return describeObjects([...standardObjects, site]).map((describe) => {
    if (describe.name !== "Site__c") return describe;
    const [master] = describe.recordTypeInfos ?? [];
    const shop = {
      active: true,
      available: true,
      defaultRecordTypeMapping: true,
      developerName: "Shop",
      master: false,
      name: "A shop",
      recordTypeId: SHOP,
    };
    return {
      ...describe,
      recordTypeInfos: [shop, { ...master, defaultRecordTypeMapping: false }],
    } as typeof describe;
  });
}

const metadata: OrgMetadata = {
  Site__c: {
    fields: {
      Open__c: "boolean",
      Goods__c: "multipicklist",
      Cost__c: "number",
      Share__c: "number",
      OpensOn__c: "date",
      CreatedDate: "datetime",
    },
    parents: { Manager__r: "User", Owner: "" },
    children: {},
  },
  User: { fields: { IsActive: "boolean" }, parents: { Manager: "User" }, children: {} },
};

export const siteOrg = defineOrg<SiteSchema>({ contract: 1, apiVersion: "66.0", metadata });
