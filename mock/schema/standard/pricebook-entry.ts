import { object } from "../dsl.js";
import { currency } from "../fields/number.js";
import { boolean } from "../fields/plain.js";
import { lookup } from "../fields/reference.js";
import { text } from "../fields/text.js";

export const pricebookEntry = object(
  "PricebookEntry",
  {
    label: "Price Book Entry",
    plural: "Price Book Entries",
    prefix: "01u",
    owner: null,
    viewed: false,
    searchable: false,
    triggerable: false,
    undeletable: false,
  },
  {
    Name: text(255, { label: "Product Name", readOnly: true, nillable: true, idLookup: false }),
    Pricebook2Id: lookup("Pricebook2", {
      label: "Price Book ID",
      children: "PricebookEntries",
      cascadeDelete: true,
      required: true,
      updateable: false,
    }),
    Product2Id: lookup("Product2", {
      label: "Product ID",
      children: "PricebookEntries",
      cascadeDelete: true,
      restrictedDelete: true,
      required: true,
      updateable: false,
    }),
    UnitPrice: currency(18, 2, { label: "List Price", required: true }),
    IsActive: boolean({ label: "Active", permissionable: false }),
    UseStandardPrice: boolean({ permissionable: false }),
    ProductCode: text(255, { readOnly: true }),
    IsArchived: boolean({ label: "Archived", readOnly: true }),
  },
);
