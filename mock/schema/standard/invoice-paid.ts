import { currency } from "../fields/number.js";
import { datetime } from "../fields/plain.js";
import { text } from "../fields/text.js";
import { platformEvent } from "../platform-event.js";

/** A platform event of the org's own. */
export const invoicePaid = platformEvent(
  "Invoice_Paid__e",
  { label: "Invoice Paid", plural: "Invoices Paid", prefix: "e00" },
  {
    Invoice__c: text(18, { required: true }),
    Amount__c: currency(16, 2),
    Paid_On__c: datetime(),
  },
);
