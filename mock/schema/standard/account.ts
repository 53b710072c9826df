import { object } from "../dsl.js";
import { address } from "../fields/compound.js";
import { currency, int } from "../fields/number.js";
import { picklist } from "../fields/picklist.js";
import { lookup } from "../fields/reference.js";
import { imageUrl, longTextArea, phone, text, url } from "../fields/text.js";
import { cleanStatuses, industries, leadSources, ratings } from "./picklist-values.js";

export const account = object(
  "Account",
  { label: "Account", prefix: "001", activities: true, feedEnabled: true, mergeable: true },
  {
    MasterRecordId: lookup("Account", {
      readOnly: true,
      searchPrefilterable: false,
      unlistedBy: ["Account"],
    }),
    Name: text(255, {
      label: "Account Name",
      required: true,
      idLookup: false,
      compoundFieldName: "Name",
      extraTypeInfo: "switchablepersonname",
    }),
    Type: picklist(
      [
        "Prospect",
        "Customer - Direct",
        "Customer - Channel",
        "Channel Partner / Reseller",
        "Installation Partner",
        "Technology Partner",
        "Other",
      ],
      { label: "Account Type", length: 40 },
    ),
    ParentId: lookup("Account", { label: "Parent Account ID", children: "ChildAccounts" }),
    BillingAddress: address(),
    ShippingAddress: address(),
    Phone: phone({ label: "Account Phone" }),
    Fax: phone({ label: "Account Fax" }),
    AccountNumber: text(40),
    Website: url(),
    PhotoUrl: imageUrl(255, { label: "Photo URL", readOnly: true }),
    Sic: text(20, { label: "SIC Code" }),
    Industry: picklist(industries, { length: 40 }),
    AnnualRevenue: currency(18, 0),
    NumberOfEmployees: int(8, { label: "Employees" }),
    Ownership: picklist(["Public", "Private", "Subsidiary", "Other"], { length: 40 }),
    TickerSymbol: text(20),
    Description: longTextArea(32_000, { label: "Account Description" }),
    Rating: picklist(ratings, { label: "Account Rating", length: 40 }),
    Site: text(80, { label: "Account Site" }),
    Jigsaw: text(20, { label: "Data.com Key" }),
    JigsawCompanyId: text(20, { label: "Jigsaw Company ID", readOnly: true }),
    CleanStatus: picklist(cleanStatuses, { restricted: true, length: 40 }),
    AccountSource: picklist(leadSources, { length: 40 }),
    DunsNumber: text(9, { label: "D-U-N-S Number" }),
    Tradestyle: text(255),
    NaicsCode: text(8, { label: "NAICS Code" }),
    NaicsDesc: text(120, { label: "NAICS Description" }),
    YearStarted: text(4),
    SicDesc: text(80, { label: "SIC Description" }),
  },
);
