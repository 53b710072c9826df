import { object } from "../dsl.js";
import { autoNumber } from "../fields/calculated.js";
import { currency } from "../fields/number.js";
import { picklist } from "../fields/picklist.js";
import { date } from "../fields/plain.js";
import { lookup } from "../fields/reference.js";
import { longTextArea, text } from "../fields/text.js";

/** An object of the org's own, found by the key of another system. */
export const invoice = object(
  "Invoice__c",
  { label: "Invoice", prefix: "a00" },
  {
    Name: autoNumber("INV-{0000}", { label: "Invoice Number" }),
    External_Key__c: text(40, { externalId: true, unique: true }),
    Account__c: lookup("Account", { children: "Invoices__r" }),
    Status__c: picklist(["Draft", "Sent", "Paid"], { restricted: true, default: "Draft" }),
    Issued_On__c: date(),
    Due_On__c: date(),
    Amount__c: currency(16, 2),
    Notes__c: longTextArea(32_768),
  },
);
