import { object } from "../dsl.js";
import { currency, double, int } from "../fields/number.js";
import { picklist } from "../fields/picklist.js";
import { boolean, date } from "../fields/plain.js";
import { lookup } from "../fields/reference.js";
import { longTextArea, text } from "../fields/text.js";

export const asset = object(
  "Asset",
  { label: "Asset", prefix: "02i" },
  {
    ContactId: lookup("Contact", { children: "Assets", cascadeDelete: true }),
    AccountId: lookup("Account", { children: "Assets", cascadeDelete: true }),
    ParentId: lookup("Asset", { label: "Parent Asset ID", children: "ChildAssets" }),
    RootAssetId: lookup("Asset", { readOnly: true }),
    Product2Id: lookup("Product2", { label: "Product ID", children: "Assets", restrictedDelete: true }),
    ProductCode: text(255, { readOnly: true, permissionable: true }),
    IsCompetitorProduct: boolean({ label: "Competitor Asset" }),
    Name: text(255, { label: "Asset Name", required: true }),
    SerialNumber: text(80),
    InstallDate: date(),
    PurchaseDate: date(),
    UsageEndDate: date(),
    Status: picklist(["Purchased", "Shipped", "Installed", "Registered", "Obsolete"], { length: 40 }),
    Price: currency(18, 0),
    Quantity: double(10, 2),
    Description: longTextArea(32_000),
    AssetProvidedById: lookup("Account", { children: "ProvidedAssets" }),
    AssetServicedById: lookup("Account", { children: "ServicedAssets" }),
    IsInternal: boolean({ label: "Internal Asset" }),
    AssetLevel: int(9, { readOnly: true, permissionable: true }),
    StockKeepingUnit: text(180, { label: "Product SKU", readOnly: true, permissionable: true }),
  },
);
