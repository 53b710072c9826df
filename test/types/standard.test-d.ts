import type { Id, NotFoundError, Query, SaveResult } from "orgtype";
import type { Account, Client, Contact, Schema } from "orgtype/standard";
import { describe, expectTypeOf, it } from "vitest";

declare const sf: Client;

describe("objects", () => {
  it("are properties of the client, and can be named", () => {
    expectTypeOf(sf.Account.name).toEqualTypeOf<"Account">();
    expectTypeOf(sf.sobject("Account")).toEqualTypeOf(sf.Account);
    expectTypeOf<keyof Schema>().extract<"Account" | "Event" | "Nope">().toEqualTypeOf<"Account" | "Event">();
  });

  it("a misspelt one is an error", () => {
    // @ts-expect-error no such object
    sf.Acount;
    // @ts-expect-error no such object
    sf.sobject("Acount");
  });
});

describe("find", () => {
  it("rows hold exactly what was selected, parents and children included", async () => {
    const query = sf.Account.find({
      select: {
        Id: true,
        Name: true,
        Owner: { select: { Name: true, Manager: { select: { Email: true } } } },
        Parent: { select: { Name: true } },
        Contacts: { select: { LastName: true, Account: { select: { Name: true } } }, limit: 3 },
      },
    });
    expectTypeOf(query).toExtend<Query<object>>();
    const rows = await query.all();
    expectTypeOf(rows[0]!).toEqualTypeOf<{
      Id: Id<"Account">;
      Name: string;
      Owner: { Name: string; Manager: { Email: string } | null };
      Parent: { Name: string } | null;
      Contacts: { LastName: string; Account: { Name: string } | null }[];
    }>();
    expectTypeOf(await query.first()).toEqualTypeOf<(typeof rows)[number] | null>();
    // @ts-expect-error not selected
    rows[0]!.Phone;
    // @ts-expect-error not selected on the parent
    rows[0]!.Owner.Email;
  });

  it("a polymorphic parent offers the fields all its targets share", async () => {
    const row = await sf.Task.find({ select: { What: { select: { Name: true, Type: true } } } }).first();
    expectTypeOf(row!).toEqualTypeOf<{ What: { Name: string | null; Type: string } | null }>();
    sf.Task.find({
      select: {
        What: {
          select: {
            // @ts-expect-error Amount is a field of Opportunity alone
            Amount: true,
          },
        },
      },
    });
  });

  it("misspelt names are errors where they stand, at every depth", () => {
    sf.Account.find({
      select: {
        Id: true,
        // @ts-expect-error no such field
        Nmae: true,
      },
    });
    // @ts-expect-error no such field on the parent
    sf.Account.find({ select: { Id: true, Owner: { select: { Nmae: true } } } });
    // @ts-expect-error no such field on the children
    sf.Account.find({ select: { Contacts: { select: { Nmae: true } } } });
    // @ts-expect-error no such field in the filter
    sf.Account.find({ select: { Id: true }, where: { Nmae: "x" } });
    // @ts-expect-error no such field on the filter's parent
    sf.Account.find({ select: { Id: true }, where: { Owner: { Nmae: "x" } } });
    // @ts-expect-error no such field to order by
    sf.Account.find({ select: { Id: true }, orderBy: { Nmae: "asc" } });
  });

  it("operators fit the kind of the field", () => {
    sf.Opportunity.find({
      select: { Id: true },
      where: {
        Amount: { gt: 10, lte: 20 },
        Name: { startsWith: "A", contains: "b" },
        CloseDate: { gte: "2024-01-01" },
        IsWon: true,
        AccountId: { in: ["001000000000001AAA"] },
        StageName: { notIn: ["Closed Lost"] },
        Account: { Industry: "Banking" },
        OR: [{ NextStep: null }, { NOT: { NextStep: { like: "a%" } } }],
      },
    });
    // @ts-expect-error a number is not text
    sf.Opportunity.find({ select: { Id: true }, where: { Amount: "10" } });
    // @ts-expect-error a number has no like
    sf.Opportunity.find({ select: { Id: true }, where: { Amount: { like: "1%" } } });
    // @ts-expect-error a boolean has no order
    sf.Opportunity.find({ select: { Id: true }, where: { IsWon: { gt: false } } });
    // @ts-expect-error a date has no like
    sf.Opportunity.find({ select: { Id: true }, where: { CloseDate: { like: "2024%" } } });
    // @ts-expect-error an id has no order
    sf.Opportunity.find({ select: { Id: true }, where: { AccountId: { gt: "001" } } });
    // @ts-expect-error long text cannot be filtered
    sf.Opportunity.find({ select: { Id: true }, where: { Description: "x" } });
    // @ts-expect-error long text cannot be sorted
    sf.Opportunity.find({ select: { Id: true }, orderBy: { Description: "asc" } });
  });
});

describe("writes", () => {
  it("create asks for what is required and returns the object's id", async () => {
    const id = await sf.Contact.create({ LastName: "Coyote" });
    expectTypeOf(id).toEqualTypeOf<Id<"Contact">>();
    // @ts-expect-error LastName is required
    await sf.Contact.create({ FirstName: "Wile" });
    // @ts-expect-error StageName is required
    await sf.Opportunity.create({ Name: "x", CloseDate: "2030-01-01" });
  });

  it("read-only fields are refused", async () => {
    // @ts-expect-error system field
    await sf.Account.create({ Name: "x", CreatedDate: "2024-01-01T00:00:00Z" });
    // @ts-expect-error compound: its parts are written
    await sf.Account.create({ Name: "x", BillingAddress: null });
    // @ts-expect-error system field
    await sf.Account.update("001000000000001AAA", { IsDeleted: true });
    // @ts-expect-error may be given on create only
    await sf.OpportunityLineItem.update("00k000000000001AAA", { OpportunityId: "006000000000001AAA" });
  });

  it("picklists: a restricted one is strict, an open one takes other values", async () => {
    await sf.Account.create({ Name: "x", Industry: "Something new" });
    await sf.Event.create({
      // @ts-expect-error restricted
      ShowAs: "Sleeping",
      DurationInMinutes: 1,
      ActivityDateTime: "2030-01-01T00:00:00Z",
    });
    // @ts-expect-error misspelt field
    await sf.Account.create({ Name: "x", Industri: "Banking" });
  });

  it("null only where a field may be empty", async () => {
    await sf.Account.update("001000000000001AAA", { Industry: null });
    // @ts-expect-error a name may not be empty
    await sf.Account.update("001000000000001AAA", { Name: null });
  });

  it("ids of different objects do not mix; plain strings fit", async () => {
    const contact = await sf.Contact.create({ LastName: "x", AccountId: "001000000000001AAA" });
    // @ts-expect-error a contact is no account
    await sf.Account.delete(contact);
    await sf.Opportunity.create({
      Name: "x",
      StageName: "Prospecting",
      CloseDate: "2030-01-01",
      // @ts-expect-error a contact is no account
      AccountId: contact,
    });
    await sf.Task.create({ WhoId: contact });
    const text: string = contact;
    await sf.Account.delete(text);
  });

  it("collections say for each record what became of it", async () => {
    const [result] = await sf.Contact.createMany([{ LastName: "x" }]);
    expectTypeOf(result!).toEqualTypeOf<SaveResult<"Contact">>();
    // @ts-expect-error look at success first
    result!.id;
    if (result!.success) expectTypeOf(result!.id).toEqualTypeOf<Id<"Contact">>();
    // @ts-expect-error every record of a list is checked
    await sf.Contact.createMany([{ LastName: "x" }, { FirstName: "y" }]);
    // @ts-expect-error an update needs the id
    await sf.Contact.updateMany([{ LastName: "x" }]);
  });

  it("retrieve gives all fields, or those asked for", async () => {
    expectTypeOf(await sf.Account.retrieve("001000000000001AAA")).toEqualTypeOf<Account>();
    const some = await sf.Account.retrieve("001000000000001AAA", { fields: ["Id", "Name"] });
    expectTypeOf(some).toEqualTypeOf<Pick<Account, "Id" | "Name">>();
    // @ts-expect-error no such field
    await sf.Account.retrieve("001000000000001AAA", { fields: ["Nmae"] });
    const many = await sf.Contact.retrieveMany(["003000000000001AAA"], { fields: ["LastName"] });
    expectTypeOf(many).toEqualTypeOf<(Pick<Contact, "LastName"> | null)[]>();
  });
});

describe("text queries", () => {
  it("take the row type from the caller", async () => {
    const rows = await sf.query<{ Id: string }>("SELECT Id FROM Account").all();
    expectTypeOf(rows).toEqualTypeOf<{ Id: string }[]>();
  });
});

describe("errors", () => {
  it("are told apart by class", () => {
    expectTypeOf<NotFoundError["fields"]>().toEqualTypeOf<readonly string[]>();
  });
});
