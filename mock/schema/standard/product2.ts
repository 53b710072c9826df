import { object } from "../dsl.js";
import { picklist } from "../fields/picklist.js";
import { boolean } from "../fields/plain.js";
import { text, textarea, url } from "../fields/text.js";

export const product2 = object(
  "Product2",
  { label: "Product", prefix: "01t", owner: null },
  {
    Name: text(255, { label: "Product Name", required: true }),
    ProductCode: text(255),
    Description: textarea(4000, { label: "Product Description", byteLength: 4000 }),
    IsActive: boolean({ label: "Active", permissionable: false }),
    Family: picklist(["None"], { label: "Product Family" }),
    IsSerialized: boolean({ label: "Serialized", permissionable: false }),
    ExternalId: text(255, { label: "External ID" }),
    DisplayUrl: url(1000, { label: "Display URL" }),
    QuantityUnitOfMeasure: picklist(["Each"], { label: "Quantity Unit Of Measure" }),
    IsArchived: boolean({ label: "Archived", readOnly: true }),
    StockKeepingUnit: text(180, { label: "Product SKU" }),
  },
);
