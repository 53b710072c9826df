import { object } from "../dsl.js";
import { autoNumber } from "../fields/calculated.js";
import { currency, double } from "../fields/number.js";
import { date } from "../fields/plain.js";
import { lookup } from "../fields/reference.js";
import { text } from "../fields/text.js";

export const orderItem = object(
  "OrderItem",
  {
    label: "Order Product",
    prefix: "802",
    owner: null,
    viewed: false,
    mruEnabled: false,
    searchable: false,
    undeletable: false,
  },
  {
    Product2Id: lookup("Product2", {
      label: "Product ID",
      restrictedDelete: true,
      updateable: false,
      permissionable: false,
    }),
    OrderId: lookup("Order", {
      children: "OrderItems",
      cascadeDelete: true,
      required: true,
      updateable: false,
    }),
    PricebookEntryId: lookup("PricebookEntry", {
      label: "Price Book Entry ID",
      children: "OrderItems",
      restrictedDelete: true,
      required: true,
      updateable: false,
    }),
    OriginalOrderItemId: lookup("OrderItem", { children: "ChildOrderItems", updateable: false }),
    AvailableQuantity: double(18, 2, { readOnly: true }),
    Quantity: double(18, 2, { required: true }),
    UnitPrice: currency(18, 2, { permissionable: false }),
    ListPrice: currency(18, 2, { readOnly: true, permissionable: true }),
    TotalPrice: currency(18, 2, { readOnly: true, permissionable: true }),
    ServiceDate: date({ label: "Start Date" }),
    EndDate: date(),
    Description: text(255, { label: "Line Description" }),
    OrderItemNumber: autoNumber("{0000000000}", {
      label: "Order Product Number",
      nameField: true,
      idLookup: true,
    }),
  },
);
