import type { Id } from "orgtype";
import type { Client } from "orgtype/standard";
import { describe, it } from "vitest";

declare const sf: Client;
declare const invoices: {
  create(record: import("orgtype").CreateInput<Org, "Line__c">): void;
  update(id: string, record: import("orgtype").UpdateInput<Org, "Line__c">): void;
};

/** As generated for an object with a master, whose parent has two external ids. */
interface Org {
  Invoice__c: {
    fields: { Id: Id<"Invoice__c">; Key__c: string | null; Number__c: number | null };
    parents: Record<never, never>;
    polymorphic: Record<never, never>;
    children: Record<never, never>;
    required: never;
    notCreateable: "Id";
    notUpdateable: "Id";
    externalId: "Key__c" | "Number__c";
    notFilterable: never;
    notSortable: never;
    notGroupable: never;
    notAggregatable: never;
    recordTypes: never;
  };
  Line__c: {
    fields: {
      Id: Id<"Line__c">;
      Invoice__c: Id<"Invoice__c">;
      Credit__c: Id<"Invoice__c"> | null;
      Text__c: string;
    };
    parents: { Invoice__r: "Invoice__c"; Credit__r: "Invoice__c" | null };
    polymorphic: Record<never, never>;
    children: Record<never, never>;
    required: "Invoice__c" | "Text__c";
    notCreateable: "Id";
    notUpdateable: "Id" | "Invoice__c";
    externalId: never;
    notFilterable: never;
    notSortable: never;
    notGroupable: never;
    notAggregatable: never;
    recordTypes: never;
  };
}

describe("a parent", () => {
  it("is given by its id or by an external id of it", async () => {
    await sf.Contact.create({ LastName: "x", AccountId: "001000000000001AAA" });
    await sf.Asset.create({ Name: "x", Contact: { Email: "a@example.com" } });
    invoices.create({ Text__c: "x", Invoice__c: "a00000000000001AAA" });
    invoices.create({ Text__c: "x", Invoice__r: { Key__c: "INV-1" } });
    invoices.create({ Text__c: "x", Invoice__r: { Number__c: 7 }, Credit__r: { Key__c: "INV-0" } });
    invoices.update("a01000000000001AAA", { Credit__r: { Key__c: "INV-0" }, Text__c: "y" });
  });

  it("that is required must be given, once", () => {
    // @ts-expect-error no invoice
    invoices.create({ Text__c: "x" });
    // @ts-expect-error given twice
    invoices.create({ Text__c: "x", Invoice__c: "a00000000000001AAA", Invoice__r: { Key__c: "INV-1" } });
    // @ts-expect-error the text is still required
    invoices.create({ Invoice__r: { Key__c: "INV-1" } });
  });

  it("is found by one external id, of the right kind", () => {
    // @ts-expect-error two keys
    invoices.create({ Text__c: "x", Invoice__r: { Key__c: "INV-1", Number__c: 7 } });
    // @ts-expect-error not an external id
    invoices.create({ Text__c: "x", Invoice__r: { Id: "a00000000000001AAA" } });
    // @ts-expect-error a number
    invoices.create({ Text__c: "x", Invoice__r: { Number__c: "7" } });
    // @ts-expect-error an empty key finds nothing
    invoices.create({ Text__c: "x", Invoice__r: { Key__c: null } });
  });

  it("that cannot change is refused in changes", () => {
    // @ts-expect-error a master is for ever
    invoices.update("a01000000000001AAA", { Invoice__r: { Key__c: "INV-1" } });
  });
});

describe("writes by filter", () => {
  it("take conditions and changes of the object", async () => {
    await sf.Contact.updateWhere({ Account: { Industry: "Banking" } }, { Department: "x" });
    await sf.Contact.deleteWhere({ Email: null });
    // @ts-expect-error misspelt field in the condition
    await sf.Contact.deleteWhere({ Emial: null });
    // @ts-expect-error read-only field in the changes
    await sf.Contact.updateWhere({ Email: null }, { CreatedDate: "2030-01-01T00:00:00Z" });
    // @ts-expect-error no condition at all
    await sf.Contact.deleteWhere();
  });
});
