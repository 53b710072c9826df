import { object } from "../dsl.js";
import { autoNumber } from "../fields/calculated.js";
import { address } from "../fields/compound.js";
import { currency } from "../fields/number.js";
import { picklist } from "../fields/picklist.js";
import { boolean, date, datetime } from "../fields/plain.js";
import { lookup } from "../fields/reference.js";
import { longTextArea } from "../fields/text.js";

export const order = object(
  "Order",
  { label: "Order", prefix: "801", owner: ["Group", "User"], activateable: true },
  {
    ContractId: lookup("Contract", { children: "Orders", cascadeDelete: true }),
    AccountId: lookup("Account", { children: "Orders", cascadeDelete: true, restrictedDelete: true }),
    Pricebook2Id: lookup("Pricebook2", {
      label: "Price Book ID",
      children: "Orders",
      restrictedDelete: true,
      permissionable: false,
    }),
    OriginalOrderId: lookup("Order", { label: "Order ID", children: "Orders", restrictedDelete: true }),
    EffectiveDate: date({ label: "Order Start Date", required: true }),
    EndDate: date({ label: "Order End Date" }),
    IsReductionOrder: boolean({ label: "Reduction Order", updateable: false }),
    Status: picklist(["Draft", "Activated"], { required: true, length: 40 }),
    Description: longTextArea(32_000),
    CustomerAuthorizedById: lookup("Contact", { restrictedDelete: true }),
    CompanyAuthorizedById: lookup("User"),
    Type: picklist([], { label: "Order Type", length: 40 }),
    BillingAddress: address(),
    ShippingAddress: address(),
    ActivatedDate: datetime({ readOnly: true }),
    ActivatedById: lookup("User", { readOnly: true }),
    StatusCode: picklist(
      { Draft: "Draft", Activated: "Activated", Canceled: "Cancelled", Expired: "Expired" },
      { label: "Status Category", restricted: true, length: 40, readOnly: true, nillable: false },
    ),
    OrderNumber: autoNumber("{00000000}", { nameField: true, idLookup: true }),
    TotalAmount: currency(18, 2, { label: "Order Amount", readOnly: true, nillable: false }),
  },
);
