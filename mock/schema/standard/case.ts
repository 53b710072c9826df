import { object } from "../dsl.js";
import { autoNumber } from "../fields/calculated.js";
import { picklist } from "../fields/picklist.js";
import { boolean, datetime } from "../fields/plain.js";
import { lookup } from "../fields/reference.js";
import { email, longTextArea, phone, text, textarea } from "../fields/text.js";

export const caseObject = object(
  "Case",
  {
    label: "Case",
    prefix: "500",
    owner: ["Group", "User"],
    feedEnabled: true,
    scopes: {
      everything: "All cases",
      genericteam: "My case teams cases",
      mine: "My cases",
      queue_owned: "Queue owned cases",
      team_by_role: "My role-based team's cases",
      user_owned: "User owned cases",
    },
  },
  {
    MasterRecordId: lookup("Case", { readOnly: true, searchPrefilterable: false, unlistedBy: ["Case"] }),
    CaseNumber: autoNumber("{00000000}", { nameField: true, idLookup: true }),
    ContactId: lookup("Contact", { children: "Cases", restrictedDelete: true }),
    AccountId: lookup("Account", { children: "Cases", restrictedDelete: true }),
    AssetId: lookup("Asset", { children: "Cases", restrictedDelete: true }),
    ParentId: lookup("Case", { label: "Parent Case ID", children: "Cases" }),
    SuppliedName: text(80, { label: "Name" }),
    SuppliedEmail: email({ label: "Email Address" }),
    SuppliedPhone: text(40, { label: "Phone" }),
    SuppliedCompany: text(80, { label: "Company" }),
    Type: picklist(["Mechanical", "Electrical", "Electronic", "Structural", "Other"], {
      label: "Case Type",
      length: 40,
    }),
    Status: picklist(["New", "Working", "Escalated", "Closed"], {
      default: "New",
      length: 40,
      permissionable: false,
    }),
    Reason: picklist(
      [
        "Installation",
        "Equipment Complexity",
        "Performance",
        "Breakdown",
        "Equipment Design",
        "Feedback",
        "Other",
      ],
      { label: "Case Reason", length: 40 },
    ),
    Origin: picklist(["Phone", "Email", "Web"], { label: "Case Origin", length: 40 }),
    Subject: text(255),
    Priority: picklist(["High", "Medium", "Low"], { default: "Medium", length: 40 }),
    Description: longTextArea(32_000),
    IsClosed: boolean({ label: "Closed", readOnly: true }),
    ClosedDate: datetime({ readOnly: true, permissionable: true }),
    IsEscalated: boolean({ label: "Escalated" }),
    ContactPhone: phone({ readOnly: true }),
    ContactMobile: phone({ readOnly: true }),
    ContactEmail: email({ readOnly: true }),
    ContactFax: phone({ readOnly: true }),
    Comments: textarea(4000, {
      label: "Internal Comments",
      byteLength: 4000,
      filterable: false,
      permissionable: false,
    }),
  },
);
