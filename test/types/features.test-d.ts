import { composeOrg, type PartialClient } from "orgtype";
import { binds, find } from "orgtype/features";
import { describe, expectTypeOf, it } from "vitest";
import type { SmallSchema } from "../support/small-org.js";

declare const sf: PartialClient<SmallSchema, "find" | "binds">;

describe("a client of some features", () => {
  it("has what they add, with its types", () => {
    expectTypeOf(sf.Account.find({ select: { Name: true } }).all()).resolves.toEqualTypeOf<
      { Name: string }[]
    >();
    expectTypeOf(sf.sobject("Contact").count()).resolves.toBeNumber();
    // @ts-expect-error fields are checked as ever
    sf.Account.find({ select: { Nmae: true } });
  });

  it("has nothing of the others", () => {
    // @ts-expect-error the feature bulk is not there
    sf.bulk;
    // @ts-expect-error the feature composite is not there
    sf.composite;
    // @ts-expect-error the feature collections is not there
    sf.Account.createMany;
    // @ts-expect-error the feature aggregate is not there
    sf.sobject("Account").aggregate;
    // @ts-expect-error nor is it in a client with decoders
    sf.with({ decode: {} }).bulk;
  });

  it("is composed of the features that its type names", () => {
    const definition = { contract: 1, apiVersion: "66.0", metadata: {} } as const;
    composeOrg<SmallSchema, "find" | "binds">({ ...definition, features: { find, binds } });
    // @ts-expect-error binds are missing
    composeOrg<SmallSchema, "find" | "binds">({ ...definition, features: { find } });
    // @ts-expect-error no such feature
    composeOrg<SmallSchema, "everything">({ ...definition, features: {} });
  });
});
