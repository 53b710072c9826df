import {
  clientCredentials,
  composeOrg,
  jsDates,
  memoryTokenStore,
  type PartialClient,
  production,
} from "orgtype/compose";
import { binds, decode, find, tokens } from "orgtype/features";
import type { Schema } from "orgtype/standard";
import { describe, expectTypeOf, it } from "vitest";

declare const sf: PartialClient<Schema, "find" | "binds">;
declare const decoding: PartialClient<Schema, "decode">;

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
    // @ts-expect-error the feature apps is not there
    sf.tabs;
    // @ts-expect-error the feature rules is not there
    sf.rules;
    // @ts-expect-error the feature search is not there
    sf.suggest;
    // @ts-expect-error the feature files is not there
    sf.Account.richTextImage;
    // @ts-expect-error the feature limits is not there
    sf.limits;
    // @ts-expect-error the feature listViews is not there
    sf.Account.listViews;
    // @ts-expect-error the feature layouts is not there
    sf.Account.layouts;
    // @ts-expect-error the feature quickActions is not there
    sf.quickActions;
    // @ts-expect-error the feature decode is not there
    sf.with({ decode: {} });
  });

  it("has the decoders' types, where it has the feature", () => {
    expectTypeOf(decoding.with({ decode: jsDates }).Account.retrieve)
      .returns.resolves.toHaveProperty("CreatedDate")
      .toExtend<Date>();
    // @ts-expect-error nor has it other features then
    decoding.with({ decode: {} }).bulk;
  });

  it("takes the options of its features, and no others", () => {
    const definition = { contract: 1, apiVersion: "66.0", metadata: {} } as const;
    const org = composeOrg<Schema, "tokens" | "decode">({ ...definition, features: { tokens, decode } });
    const options = {
      environment: production(),
      auth: clientCredentials({ clientId: "a", clientSecret: "b" }),
    };
    const tokenStore = memoryTokenStore();
    expectTypeOf(org.createClient({ ...options, tokenStore, decode: jsDates }).Account.retrieve)
      .returns.resolves.toHaveProperty("CreatedDate")
      .toExtend<Date>();
    // @ts-expect-error the feature limits is not there
    org.createClient({ ...options, budget: { reserve: 1 } });
    // @ts-expect-error the feature collections is not there
    org.createClient({ ...options, coalesce: {} });
    const { createClient } = composeOrg<Schema, never>({ ...definition, features: {} });
    // @ts-expect-error the feature tokens is not there
    createClient({ ...options, tokenStore });
    // @ts-expect-error the feature decode is not there
    createClient({ ...options, decode: jsDates });
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
