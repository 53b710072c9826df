import { object } from "../dsl.js";
import { autoNumber } from "../fields/calculated.js";
import { address } from "../fields/compound.js";
import { int } from "../fields/number.js";
import { picklist } from "../fields/picklist.js";
import { date, datetime } from "../fields/plain.js";
import { lookup } from "../fields/reference.js";
import { longTextArea, text, textarea } from "../fields/text.js";

export const contract = object(
  "Contract",
  { label: "Contract", prefix: "800", activateable: true, activities: true },
  {
    AccountId: lookup("Account", {
      children: "Contracts",
      cascadeDelete: true,
      restrictedDelete: true,
      required: true,
    }),
    OwnerExpirationNotice: picklist(
      { 15: "15 Days", 30: "30 Days", 45: "45 Days", 60: "60 Days", 90: "90 Days", 120: "120 Days" },
      { restricted: true, length: 40 },
    ),
    StartDate: date({ label: "Contract Start Date" }),
    EndDate: date({ label: "Contract End Date", readOnly: true }),
    BillingAddress: address(),
    ShippingAddress: address(),
    ContractTerm: int(8),
    Status: picklist(["In Approval Process", "Activated", "Draft"], {
      required: true,
      default: "Draft",
      length: 40,
    }),
    CompanySignedId: lookup("User", { label: "Company Signed By ID", children: "ContractsSigned" }),
    CompanySignedDate: date(),
    CustomerSignedId: lookup("Contact", {
      label: "Customer Signed By ID",
      children: "ContractsSigned",
      restrictedDelete: true,
    }),
    CustomerSignedTitle: text(40),
    CustomerSignedDate: date(),
    SpecialTerms: textarea(4000),
    ActivatedById: lookup("User", { readOnly: true }),
    ActivatedDate: datetime({ readOnly: true }),
    StatusCode: picklist(
      {
        Draft: "Draft",
        InApproval: "In Approval Process",
        Activated: "Activated",
        Terminated: "Terminated",
        Expired: "Expired",
      },
      { label: "Status Category", restricted: true, length: 40, readOnly: true, nillable: false },
    ),
    Description: longTextArea(32_000),
    ContractNumber: autoNumber("{00000000}", { nameField: true, idLookup: true }),
    LastApprovedDate: datetime({ readOnly: true }),
  },
);
