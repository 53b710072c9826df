import type { DateTimeString, Id, QueryPlan } from "orgtype";
import type { Client } from "orgtype/standard";
import { describe, expectTypeOf, it } from "vitest";

declare const sf: Client;

describe("changes", () => {
  it("are ids of the object, and where to go on", async () => {
    const { ids, latestDateCovered } = await sf.Account.updated({ since: new Date() });
    expectTypeOf(ids).toEqualTypeOf<Id<"Account">[]>();
    expectTypeOf(latestDateCovered).toEqualTypeOf<DateTimeString>();
    const { deletedRecords } = await sf.Account.deleted({ since: latestDateCovered, until: new Date() });
    expectTypeOf(deletedRecords[0]!.id).toEqualTypeOf<Id<"Account">>();
    await sf.Account.retrieveMany(ids, { fields: ["Name"] });
    // @ts-expect-error ids of another object
    await sf.Contact.retrieveMany(ids, { fields: ["LastName"] });
  });

  it("are asked for by since and until", () => {
    // @ts-expect-error since when
    sf.Account.updated({});
    // @ts-expect-error since when
    sf.Account.deleted();
    // @ts-expect-error no such option
    sf.Account.updated({ since: new Date(), untill: new Date() });
    // @ts-expect-error a number is no moment
    sf.Account.updated({ since: 1_700_000_000_000 });
  });
});

describe("a query plan", () => {
  it("is of text, or of a query that was made", async () => {
    const plans = await sf.explain("SELECT Id FROM Account");
    expectTypeOf(plans).toEqualTypeOf<QueryPlan[]>();
    await sf.explain(sf.Account.find({ select: { Id: true } }), { timeout: 1_000 });
    await sf.explain(sf.query("SELECT Id FROM Account WHERE Name = :name", { name: "x" }));
    // @ts-expect-error no query
    sf.explain(sf.Account);
    // @ts-expect-error no query
    sf.explain({ select: { Id: true } });
  });
});
