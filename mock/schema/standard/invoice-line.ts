import { object } from "../dsl.js";
import { formula } from "../fields/calculated.js";
import { currency, double } from "../fields/number.js";
import { lookup, masterDetail } from "../fields/reference.js";
import { text } from "../fields/text.js";

/** A detail: it belongs to an invoice and goes with it. */
export const invoiceLine = object(
  "Invoice_Line__c",
  { label: "Invoice Line", prefix: "a01" },
  {
    Invoice__c: masterDetail("Invoice__c", { children: "Lines__r" }),
    Product__c: lookup("Product2", { children: "Invoice_Lines__r" }),
    Description__c: text(255),
    Quantity__c: double(12, 2, { required: true }),
    Unit_Price__c: currency(16, 2, { required: true }),
    Total__c: formula(currency(18, 2), "Quantity__c * Unit_Price__c", { blanksAsZero: true }),
  },
);
