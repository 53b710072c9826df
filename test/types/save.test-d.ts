import { DuplicateError, type Id } from "orgtype";
import type { Client } from "orgtype/standard";
import { describe, expectTypeOf, it } from "vitest";

declare const sf: Client;
const id = "003000000000001AAA";

describe("upsert", () => {
  it("matches by external ids and what Salesforce finds records by, and says what it did", async () => {
    const done = await sf.Contact.upsert("Email", "a@example.com", { LastName: "x" });
    expectTypeOf(done).toEqualTypeOf<{ id: Id<"Contact">; created: boolean }>();
    // @ts-expect-error no external id
    await sf.Contact.upsert("Phone", "1", { LastName: "x" });
    // @ts-expect-error the value is of another kind
    await sf.Contact.upsert("Email", 5, { LastName: "x" });
    // @ts-expect-error an empty value finds nothing
    await sf.Contact.upsert("Email", null, { LastName: "x" });
    // @ts-expect-error it may create, and LastName is required then
    await sf.Contact.upsert("Email", "a@example.com", {});
    // @ts-expect-error the matching field is given once
    await sf.Contact.upsert("Email", "a@example.com", { LastName: "x", Email: "b@example.com" });
  });

  it("of many has the matching field in each record", async () => {
    await sf.Contact.upsertMany("Email", [{ Email: "a@example.com", LastName: "x" }]);
    // @ts-expect-error no matching field
    await sf.Contact.upsertMany("Email", [{ LastName: "x" }]);
    // @ts-expect-error no external id
    await sf.Contact.upsertMany("Phone", [{ Phone: "1", LastName: "x" }]);
  });

  it("and retrieve by an external id take the same fields", async () => {
    expectTypeOf((await sf.Contact.retrieveBy("Email", "a@example.com")).LastName).toEqualTypeOf<string>();
    // @ts-expect-error no external id
    await sf.Contact.retrieveBy("Phone", "1");
  });
});

describe("how records are saved", () => {
  it("is said by names and kinds that there are", async () => {
    await sf.Contact.create({ LastName: "x" }, { allowDuplicates: true, recent: false });
    await sf.Lead.create({ LastName: "x", Company: "y" }, { assignmentRule: "01Q000000000001AAA" });
    await sf.Contact.createMany([{ LastName: "x" }], { allOrNone: true, assignmentRule: false });
    // @ts-expect-error no such option
    await sf.Contact.create({ LastName: "x" }, { allowDuplicate: true });
    // @ts-expect-error yes or no
    await sf.Contact.create({ LastName: "x" }, { allowDuplicates: "true" });
    // @ts-expect-error an id or yes or no
    await sf.Lead.create({ LastName: "x", Company: "y" }, { assignmentRule: 5 });
    // @ts-expect-error one record is all or none anyway
    await sf.Contact.update(id, { LastName: "x" }, { allOrNone: true });
  });

  it("a duplicate's error has the records that are equal", () => {
    const error: unknown = undefined;
    if (error instanceof DuplicateError) {
      expectTypeOf(error.matches[0]!.id).toEqualTypeOf<string>();
      // @ts-expect-error only the id and the object are known
      void error.matches[0]!.Name;
    }
  });
});

describe("records", () => {
  it("have no attributes, no null where a field is never empty, and no parts of a compound", async () => {
    // @ts-expect-error the object is known
    await sf.Contact.create({ LastName: "x", attributes: { type: "Contact" } });
    // @ts-expect-error a compound name: FirstName and LastName are written
    await sf.Contact.create({ LastName: "x", Name: "y" });
    // @ts-expect-error a compound address: MailingStreet and so on are written
    await sf.Contact.update(id, { MailingAddress: { city: "x" } });
    // @ts-expect-error never empty
    await sf.Contact.update(id, { LastName: null });
    // @ts-expect-error yes or no
    await sf.Contact.update(id, { DoNotCall: "yes" });
  });

  it("point to any target of a lookup with several, and to no other", async () => {
    const opportunity = await sf.Opportunity.create({ Name: "x", StageName: "y", CloseDate: "2030-01-31" });
    const user = "005000000000001AAA" as Id<"User">;
    await sf.Task.create({ WhatId: opportunity, OwnerId: user });
    // @ts-expect-error a user is no target of it
    await sf.Task.create({ WhatId: user });
    // @ts-expect-error an opportunity is nobody
    await sf.Task.create({ WhoId: opportunity });
  });
});
