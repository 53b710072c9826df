import { composeOrg, type PartialClient } from "orgtype";
import { binds, find } from "orgtype/features";
import type { Schema } from "orgtype/standard";
import { describe, expectTypeOf, it } from "vitest";

declare const sf: PartialClient<Schema, "find" | "binds">;

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
    composeOrg<Schema, "find" | "binds">({ ...definition, features: { find, binds } });
    // @ts-expect-error binds are missing
    composeOrg<Schema, "find" | "binds">({ ...definition, features: { find } });
    // @ts-expect-error no such feature
    composeOrg<Schema, "everything">({ ...definition, features: {} });
  });
});
