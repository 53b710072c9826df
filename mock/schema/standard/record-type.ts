import { object } from "../dsl.js";
import { picklist } from "../fields/picklist.js";
import { boolean } from "../fields/plain.js";
import { text } from "../fields/text.js";

const written = { permissionable: false } as const;

/** Objects that can have record types. */
const withRecordTypes = [
  "Account",
  "Asset",
  "Campaign",
  "CampaignMember",
  "Case",
  "Contact",
  "Contract",
  "Event",
  "Invoice__c",
  "Invoice_Line__c",
  "Lead",
  "Opportunity",
  "Order",
  "OrderItem",
  "Pricebook2",
  "Product2",
  "Task",
];

export const recordType = object(
  "RecordType",
  {
    label: "Record Type",
    prefix: "012",
    owner: null,
    without: ["IsDeleted"],
    layoutable: false,
    deletable: false,
    undeletable: false,
    triggerable: false,
  },
  {
    Name: text(80, { required: true, idLookup: false }),
    DeveloperName: text(80, { label: "Record Type Name", required: true }),
    NamespacePrefix: text(15, { readOnly: true }),
    Description: text(255, written),
    SobjectType: picklist(withRecordTypes, {
      label: "SObject Type Name",
      required: true,
      restricted: true,
      length: 40,
      updateable: false,
    }),
    IsActive: boolean({ label: "Active", ...written }),
  },
);
