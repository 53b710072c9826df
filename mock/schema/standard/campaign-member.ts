import { object } from "../dsl.js";
import { picklist } from "../fields/picklist.js";
import { boolean, date } from "../fields/plain.js";
import { lookup } from "../fields/reference.js";
import { email, longTextArea, phone, text } from "../fields/text.js";
import { leadSources } from "./picklist-values.js";

/** Read from the lead or contact that is the member. */
const ofPerson = { readOnly: true } as const;

export const campaignMember = object(
  "CampaignMember",
  {
    label: "Campaign Member",
    prefix: "00v",
    owner: null,
    viewed: false,
    mruEnabled: false,
    searchable: false,
    undeletable: false,
  },
  {
    CampaignId: lookup("Campaign", {
      children: "CampaignMembers",
      cascadeDelete: true,
      required: true,
      updateable: false,
    }),
    LeadId: lookup("Lead", { children: "CampaignMembers", cascadeDelete: true, permissionable: false }),
    ContactId: lookup("Contact", { children: "CampaignMembers", cascadeDelete: true, permissionable: false }),
    Status: picklist(["Planned", "Received", "Responded", "Sent"], { length: 40, permissionable: false }),
    HasResponded: boolean({ label: "Responded", readOnly: true }),
    FirstRespondedDate: date(ofPerson),
    Salutation: picklist(["Mr.", "Ms.", "Mrs.", "Dr.", "Prof.", "Mx."], { length: 40, ...ofPerson }),
    Name: text(121, { nillable: true, idLookup: false, ...ofPerson }),
    FirstName: text(40, ofPerson),
    LastName: text(80, ofPerson),
    Title: text(128, ofPerson),
    Street: text(255, ofPerson),
    City: text(40, ofPerson),
    State: text(80, { label: "State/Province", ...ofPerson }),
    PostalCode: text(20, { label: "Zip/Postal Code", ...ofPerson }),
    Country: text(80, ofPerson),
    Email: email(ofPerson),
    Phone: phone(ofPerson),
    Fax: phone(ofPerson),
    MobilePhone: phone({ label: "Mobile", ...ofPerson }),
    Description: longTextArea(32_000, ofPerson),
    DoNotCall: boolean(ofPerson),
    HasOptedOutOfEmail: boolean({ label: "Email Opt Out", ...ofPerson }),
    HasOptedOutOfFax: boolean({ label: "Fax Opt Out", ...ofPerson }),
    LeadSource: picklist(leadSources, ofPerson),
    CompanyOrAccount: text(255, { label: "Company (Account)", ...ofPerson }),
    Type: text(40, ofPerson),
    LeadOrContactId: lookup(["Contact", "Lead"], {
      label: "Related Record ID",
      relationship: null,
      ...ofPerson,
    }),
    LeadOrContactOwnerId: lookup(["Group", "User"], {
      label: "Related Record Owner ID",
      unlistedBy: ["Group"],
      ...ofPerson,
    }),
  },
);
