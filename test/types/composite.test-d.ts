import type { Id, Outcome } from "orgtype";
import type { Client } from "orgtype/standard";
import { describe, expectTypeOf, it } from "vitest";

declare const sf: Client;

describe("composite", () => {
  it("gives what was planned, in the shape it was returned", async () => {
    const { account, contact, phone } = await sf.composite((c) => {
      const account = c.Account.create({ Name: "Acme" });
      const contact = c.Contact.create({ LastName: "Coyote", AccountId: account.id });
      c.Account.update(account.id, { Phone: "1" });
      const phone = c.Account.retrieve(account.id, { fields: ["Phone"] });
      return { account, contact, phone };
    });
    expectTypeOf(account).toEqualTypeOf<Id<"Account">>();
    expectTypeOf(contact).toEqualTypeOf<Id<"Contact">>();
    expectTypeOf(phone).toEqualTypeOf<{ Phone: string | null }>();

    const [lead, none] = await sf.composite((c) => [
      c.Lead.create({ LastName: "x", Company: "y" }),
      c.Case.delete("500000000000001AAA"),
    ]);
    expectTypeOf(lead).toEqualTypeOf<Id<"Lead">>();
    expectTypeOf(none).toEqualTypeOf<void>();

    const id = await sf.composite((c) => c.Campaign.create({ Name: "x" }));
    expectTypeOf(id).toEqualTypeOf<Id<"Campaign">>();
  });

  it("says of each whether it happened, where they stand by themselves", async () => {
    const [one] = await sf.composite((c) => [c.Account.create({ Name: "x" })], { allOrNone: false });
    expectTypeOf(one).toEqualTypeOf<Outcome<Id<"Account">>>();
    // @ts-expect-error look at success first
    void one.value;
  });

  it("checks names, required fields and the objects of ids", () => {
    // @ts-expect-error misspelt object
    sf.composite((c) => c.Acount.create({ Name: "x" }));
    // @ts-expect-error the name is required
    sf.composite((c) => c.Account.create({ Phone: "1" }));
    sf.composite((c) => {
      const contact = c.Contact.create({ LastName: "x" });
      // @ts-expect-error a contact is no account
      return c.Contact.create({ LastName: "y", AccountId: contact.id });
    });
    // @ts-expect-error not a planned request
    sf.composite(() => 5);
  });
});

describe("a batch", () => {
  it("gives the outcome of each request, by its place or its name", () => {
    const listed = sf.batch((b) => [
      b.Account.create({ Name: "A" }),
      b.Contact.retrieve("003000000000001AAA", { fields: ["Email"] }),
    ]);
    type Listed = Awaited<typeof listed>;
    expectTypeOf<Extract<Listed[0], { success: true }>["value"]>().toEqualTypeOf<Id<"Account">>();
    expectTypeOf<Extract<Listed[1], { success: true }>["value"]>().toEqualTypeOf<{ Email: string | null }>();
  });

  it("has no ids for other requests, and checks records", () => {
    // @ts-expect-error nothing of a batch waits for another
    sf.batch((b) => [b.Contact.create({ LastName: "C", AccountId: b.Account.create({ Name: "A" }).id })]);
    // @ts-expect-error Name is missing
    sf.batch((b) => [b.Account.create({})]);
    // @ts-expect-error no such object
    sf.batch((b) => [b.Acount.create({ Name: "A" })]);
  });
});

describe("graphs", () => {
  it("give an outcome for each item", () => {
    const outcomes = sf.graphs([{ name: "A" }], (c, item) => {
      expectTypeOf(item).toEqualTypeOf<{ name: string }>();
      const account = c.Account.create({ Name: item.name });
      return { account, contact: c.Contact.create({ LastName: "C", AccountId: account.id }) };
    });
    type Value = Extract<Awaited<typeof outcomes>[number], { success: true }>["value"];
    expectTypeOf<Value>().toEqualTypeOf<{ account: Id<"Account">; contact: Id<"Contact"> }>();
    // @ts-expect-error an account's id is no contact's
    sf.graphs([1], (c) => c.Contact.delete(c.Account.create({ Name: "A" }).id));
  });
});

describe("a tree", () => {
  it("takes children by relationship, and gives ids in their shape", () => {
    const made = sf.Account.createTree([
      { Name: "A", Contacts: [{ LastName: "C", Tasks: [{ Subject: "Call" }] }] },
    ]);
    type Made = Awaited<typeof made>[number];
    expectTypeOf<Made["id"]>().toEqualTypeOf<Id<"Account">>();
    expectTypeOf<NonNullable<Made["Contacts"]>[number]["id"]>().toEqualTypeOf<Id<"Contact">>();
    // @ts-expect-error LastName is missing
    sf.Account.createTree([{ Name: "A", Contacts: [{ FirstName: "C" }] }]);
    // @ts-expect-error no such field, deep below
    sf.Account.createTree([{ Name: "A", Contacts: [{ LastName: "C", Tasks: [{ Subjekt: "Call" }] }] }]);
    // @ts-expect-error no such relationship
    sf.Account.createTree([{ Name: "A", Kontacts: [] }]);
  });

  it("does not ask for the lookup that the tree sets", () => {
    sf.Opportunity.createTree([
      {
        Name: "O",
        StageName: "Prospecting",
        CloseDate: "2030-01-01",
        OpportunityLineItems: [{ PricebookEntryId: "01u000000000001AAA", Quantity: 1, UnitPrice: 5 }],
      },
    ]);
  });
});
