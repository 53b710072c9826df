import { object } from "../dsl.js";
import { address, personName } from "../fields/compound.js";
import { currency, int } from "../fields/number.js";
import { picklist } from "../fields/picklist.js";
import { boolean, date, datetime } from "../fields/plain.js";
import { lookup } from "../fields/reference.js";
import { email, imageUrl, longTextArea, phone, text, url } from "../fields/text.js";
import { cleanStatuses, industries, leadSources, ratings } from "./picklist-values.js";

export const lead = object(
  "Lead",
  {
    label: "Lead",
    prefix: "00Q",
    owner: ["Group", "User"],
    activities: true,
    feedEnabled: true,
    mergeable: true,
  },
  {
    MasterRecordId: lookup("Lead", { readOnly: true, searchPrefilterable: false, unlistedBy: ["Lead"] }),
    Name: personName(),
    Title: text(128),
    Company: text(255, { required: true }),
    Address: address(),
    Phone: phone(),
    MobilePhone: phone(),
    Fax: phone(),
    Email: email({ idLookup: true }),
    Website: url(),
    PhotoUrl: imageUrl(255, { label: "Photo URL", readOnly: true }),
    Description: longTextArea(32_000),
    LeadSource: picklist(leadSources),
    Status: picklist(
      ["Open - Not Contacted", "Working - Contacted", "Closed - Converted", "Closed - Not Converted"],
      { required: true, default: "Open - Not Contacted" },
    ),
    Industry: picklist(industries),
    Rating: picklist(ratings),
    AnnualRevenue: currency(18, 0),
    NumberOfEmployees: int(8, { label: "Employees" }),
    DoNotCall: boolean(),
    HasOptedOutOfEmail: boolean({ label: "Email Opt Out" }),
    HasOptedOutOfFax: boolean({ label: "Fax Opt Out" }),
    IsConverted: boolean({ label: "Converted", updateable: false, permissionable: false }),
    ConvertedDate: date({ readOnly: true }),
    ConvertedAccountId: lookup("Account", { readOnly: true }),
    ConvertedContactId: lookup("Contact", { readOnly: true }),
    ConvertedOpportunityId: lookup("Opportunity", { readOnly: true }),
    IsUnreadByOwner: boolean({ label: "Unread By Owner", permissionable: false }),
    LastTransferDate: date({ readOnly: true }),
    Jigsaw: text(20, { label: "Data.com Key" }),
    JigsawContactId: text(20, { label: "Jigsaw Contact ID", readOnly: true }),
    CleanStatus: picklist(cleanStatuses, { restricted: true, length: 40 }),
    CompanyDunsNumber: text(9, { label: "Company D-U-N-S Number" }),
    EmailBouncedReason: text(255, { createable: false, permissionable: false }),
    EmailBouncedDate: datetime({ createable: false, permissionable: false }),
  },
);
