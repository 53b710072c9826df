import { object } from "../dsl.js";
import { currency, double, int } from "../fields/number.js";
import { date } from "../fields/plain.js";
import { lookup } from "../fields/reference.js";
import { text } from "../fields/text.js";

export const opportunityLineItem = object(
  "OpportunityLineItem",
  {
    label: "Opportunity Product",
    plural: "Opportunity Product",
    prefix: "00k",
    idLabel: "Line Item ID",
    owner: null,
    viewed: false,
    searchable: false,
    undeletable: false,
  },
  {
    OpportunityId: lookup("Opportunity", {
      children: "OpportunityLineItems",
      cascadeDelete: true,
      required: true,
      updateable: false,
    }),
    SortOrder: int(9, { permissionable: false }),
    PricebookEntryId: lookup("PricebookEntry", {
      label: "Price Book Entry ID",
      children: "OpportunityLineItems",
      restrictedDelete: true,
      updateable: false,
      permissionable: false,
    }),
    Product2Id: lookup("Product2", { label: "Product ID", updateable: false, permissionable: false }),
    ProductCode: text(255, { readOnly: true, permissionable: true }),
    Name: text(376, {
      label: "Opportunity Product Name",
      readOnly: true,
      nillable: true,
      idLookup: false,
    }),
    Quantity: double(12, 2, { required: true }),
    TotalPrice: currency(18, 2, { permissionable: false }),
    UnitPrice: currency(18, 2, { label: "Sales Price", permissionable: false }),
    ListPrice: currency(18, 2, { readOnly: true, permissionable: true }),
    ServiceDate: date({ label: "Date" }),
    Description: text(255, { label: "Line Description" }),
  },
);
