import { object } from "../dsl.js";
import { currency, double, int, percent } from "../fields/number.js";
import { picklist } from "../fields/picklist.js";
import { boolean, date } from "../fields/plain.js";
import { lookup } from "../fields/reference.js";
import { longTextArea, text } from "../fields/text.js";

/** Counted by Salesforce: there is always a number, and nobody writes it. */
const counted = { readOnly: true, nillable: false, permissionable: true } as const;

export const campaign = object(
  "Campaign",
  {
    label: "Campaign",
    prefix: "701",
    activities: true,
    deepCloneable: true,
    scopes: {
      all_active_campaigns: "All active campaigns",
      everything: "All campaigns",
      mine: "My campaigns",
      my_active_campaigns: "My active campaigns",
    },
  },
  {
    Name: text(80, { required: true }),
    ParentId: lookup("Campaign", { label: "Parent Campaign ID", children: "ChildCampaigns" }),
    Type: picklist(
      [
        "Conference",
        "Webinar",
        "Trade Show",
        "Public Relations",
        "Partners",
        "Referral Program",
        "Advertisement",
        "Banner Ads",
        "Direct Mail",
        "Email",
        "Telemarketing",
        "Other",
      ],
      { default: "Conference", length: 40 },
    ),
    Status: picklist(["Planned", "In Progress", "Completed", "Aborted"], { default: "Planned", length: 40 }),
    StartDate: date(),
    EndDate: date(),
    ExpectedRevenue: currency(18, 0, { label: "Expected Revenue in Campaign" }),
    BudgetedCost: currency(18, 0, { label: "Budgeted Cost in Campaign" }),
    ActualCost: currency(18, 0, { label: "Actual Cost in Campaign" }),
    ExpectedResponse: percent(10, 2, { label: "Expected Response (%)" }),
    NumberSent: double(18, 0, { label: "Num Sent in Campaign" }),
    IsActive: boolean({ label: "Active" }),
    Description: longTextArea(32_000),
    NumberOfLeads: int(9, { label: "Leads in Campaign", ...counted }),
    NumberOfConvertedLeads: int(9, { label: "Converted Leads in Campaign", ...counted }),
    NumberOfContacts: int(9, { label: "Contacts in Campaign", ...counted }),
    NumberOfResponses: int(9, { label: "Responses in Campaign", ...counted }),
    NumberOfOpportunities: int(9, { label: "Opportunities in Campaign", ...counted }),
    NumberOfWonOpportunities: int(9, { label: "Won Opportunities in Campaign", ...counted }),
    AmountAllOpportunities: currency(18, 0, { label: "Value Opportunities in Campaign", ...counted }),
    AmountWonOpportunities: currency(18, 0, { label: "Value Won Opportunities in Campaign", ...counted }),
    CampaignMemberRecordTypeId: lookup("RecordType", { label: "Record Type ID", permissionable: false }),
  },
);
