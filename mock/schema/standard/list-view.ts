import { object } from "../dsl.js";
import { picklist } from "../fields/picklist.js";
import { boolean } from "../fields/plain.js";
import { text } from "../fields/text.js";

const written = { readOnly: true, nillable: false } as const;

/** Objects that have list views. */
const viewed = [
  "Account",
  "Asset",
  "Campaign",
  "Case",
  "Contact",
  "ContentDocument",
  "Contract",
  "Event",
  "Invoice__c",
  "Lead",
  "Opportunity",
  "Order",
  "Pricebook2",
  "Product2",
  "Task",
  "User",
];

export const listView = object(
  "ListView",
  {
    label: "List View",
    prefix: "00B",
    owner: null,
    viewed: true,
    without: ["IsDeleted"],
    layoutable: false,
    createable: false,
    deletable: false,
    replicateable: false,
    triggerable: false,
    undeletable: false,
    updateable: false,
  },
  {
    Name: text(40, { label: "View Name", ...written, nameField: true }),
    DeveloperName: text(80, { label: "View Unique Name", ...written }),
    NamespacePrefix: text(15, { readOnly: true }),
    SobjectType: picklist(viewed, {
      label: "Custom Object Definition ID",
      restricted: true,
      length: 40,
      readOnly: true,
    }),
    IsSoqlCompatible: boolean({ label: "Is SOQL Compatible", readOnly: true }),
  },
);
