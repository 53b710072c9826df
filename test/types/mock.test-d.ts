import type { Id } from "orgtype";
import { createOrg, type MockHooks, type Org, useMockOrg } from "orgtype/mock";
import type { Schema } from "orgtype/standard";
import { describe, expectTypeOf, it } from "vitest";

declare const org: Org<Schema>;
declare const hooks: MockHooks;

describe("the records of a typed org", () => {
  it("are checked like those of a create", () => {
    const ids = org.seed({
      Account: [{ Name: "Acme", Industry: "Banking" }],
      Contact: [{ LastName: "Reed" }],
    });
    expectTypeOf(ids.Account).toEqualTypeOf<Id<"Account">[] | undefined>();
    // @ts-expect-error no such object
    org.seed({ Acount: [] });
    // @ts-expect-error no such field
    org.seed({ Account: [{ Name: "Acme", Nmae: "x" }] });
    // @ts-expect-error Name is missing
    org.seed({ Account: [{ Phone: "1" }] });
    // @ts-expect-error of another object
    org.seed({ Contact: [{ LastName: "Reed", AccountId: "" as Id<"Contact"> }] });
  });

  it("are counted by objects that are there", () => {
    org.fill({ Account: 10 }, { seed: 1 });
    // @ts-expect-error no such object
    org.fill({ Acount: 10 });
    // @ts-expect-error no number
    org.fill({ Account: "10" });
  });

  it("have the fields of their object", () => {
    expectTypeOf(org.records("Account")[0]?.Name).toEqualTypeOf<string | undefined>();
    expectTypeOf(org.records("Account")[0]?.AnnualRevenue).toEqualTypeOf<number | null | undefined>();
    // @ts-expect-error no such object
    org.records("Acount");
  });
});

describe("an org that is not typed", () => {
  it("takes what comes", () => {
    const plain = createOrg();
    expectTypeOf(plain.seed({ Anything__c: [{ Any__c: 1 }] })).toEqualTypeOf<Record<string, string[]>>();
    expectTypeOf(plain.records("Anything__c")).toEqualTypeOf<Record<string, unknown>[]>();
  });

  it("is typed where it is told to be", () => {
    expectTypeOf(createOrg<Schema>()).toEqualTypeOf<Org<Schema>>();
    const used = useMockOrg<Schema>(hooks, {
      setup: (made) => void made.seed({ Account: [{ Name: "Acme" }] }),
    });
    expectTypeOf(used).toEqualTypeOf<Org<Schema>>();
  });
});
