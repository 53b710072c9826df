import type {
  ActionDescribe,
  ActionRecord,
  Client as AnyClient,
  DateString,
  Id,
  jsDates,
  ListedAction,
  OpenPicklist,
  OrgtypeError,
  RecordOf,
} from "orgtype";
import type { PartialClient } from "orgtype/compose";
import type { Schema, Client as StandardClient } from "orgtype/standard";
import { describe, expectTypeOf, it } from "vitest";

/** As `orgtype generate` writes it. */
interface Actions {
  "flow/Discount_Calculator": {
    inputs: { amount: number; on?: DateString | null; coupons?: readonly string[] | null };
    outputs: {
      net: number | null;
      lines: string[] | null;
      Flow__InterviewStatus: OpenPicklist<"Finished" | "Waiting"> | null;
    };
  };
  "flow/ns__Merge": {
    inputs: {
      master: RecordOf<"Account">;
      others?: readonly RecordOf<"Account">[] | null;
      any?: RecordOf | null;
    };
    outputs: { merged: RecordOf<"Account"> | null; rest: RecordOf<"Nowhere__c">[] | null; made: unknown };
  };
  "standard/emailSimple": { inputs: { emailBody: string }; outputs: Record<never, never> };
}

declare const sf: AnyClient<Schema, Actions>;
declare const untyped: StandardClient;
declare const text: string;

describe("an action that was pulled", () => {
  it("gives its outputs, each of its type", async () => {
    const outputs = await sf.actions.run("flow/Discount_Calculator", {
      amount: 1,
      on: "2026-01-01",
      coupons: ["A"],
    });
    expectTypeOf(outputs.net).toEqualTypeOf<number | null>();
    expectTypeOf(outputs.lines).toEqualTypeOf<string[] | null>();
    expectTypeOf(outputs.Flow__InterviewStatus).toEqualTypeOf<OpenPicklist<"Finished" | "Waiting"> | null>();
    // @ts-expect-error no such output
    void outputs.gross;
    const sent = await sf.actions.run("standard/emailSimple", { emailBody: "Hello" });
    // @ts-expect-error it has no outputs
    void sent.id;
  });

  it("gives an outcome for each of many inputs", async () => {
    const [outcome] = await sf.actions.runMany("flow/Discount_Calculator", [{ amount: 1 }]);
    if (outcome?.success) expectTypeOf(outcome.value.net).toEqualTypeOf<number | null>();
    if (outcome?.success === false) expectTypeOf(outcome.error).toEqualTypeOf<OrgtypeError>();
    // @ts-expect-error an input is missing
    sf.actions.runMany("flow/Discount_Calculator", [{ amount: 1 }, {}]);
    // @ts-expect-error no list
    sf.actions.runMany("flow/Discount_Calculator", { amount: 1 });
  });

  it("takes and gives records of the schema, in the form the client has them", async () => {
    const account: ActionRecord<Schema, "Account"> = { attributes: { type: "Account" }, Name: "Acme" };
    const { merged, rest, made } = await sf.actions.run("flow/ns__Merge", {
      master: account,
      others: [account],
    });
    expectTypeOf(merged!.Id).toEqualTypeOf<Id<"Account"> | undefined>();
    expectTypeOf(merged!.attributes.type).toEqualTypeOf<"Account">();
    expectTypeOf(rest![0]!.attributes.type).toEqualTypeOf<"Nowhere__c">();
    expectTypeOf(rest![0]!.Any__c).toEqualTypeOf<unknown>();
    expectTypeOf(made).toEqualTypeOf<unknown>();
    await sf.actions.run("flow/ns__Merge", {
      master: account,
      any: { attributes: { type: "Contact" }, X: 1 },
    });
    const dated = sf.with({ decode: {} as typeof jsDates });
    const { merged: decoded } = await dated.actions.run("flow/ns__Merge", {
      master: { attributes: { type: "Account" }, CreatedDate: new Date() },
    });
    expectTypeOf(decoded!.CreatedDate!.getTime()).toEqualTypeOf<number>();
  });

  it("refuses what there is not", () => {
    // @ts-expect-error no such action
    sf.actions.run("flow/Discont_Calculator", { amount: 1 });
    // @ts-expect-error no such input
    sf.actions.run("flow/Discount_Calculator", { amount: 1, cupons: ["A"] });
    // @ts-expect-error an input is missing
    sf.actions.run("flow/Discount_Calculator", {});
    // @ts-expect-error of another type
    sf.actions.run("flow/Discount_Calculator", { amount: "1" });
    // @ts-expect-error no list
    sf.actions.run("flow/Discount_Calculator", { amount: 1, coupons: "A" });
    // @ts-expect-error inputs must be given
    sf.actions.run("flow/Discount_Calculator");
    // @ts-expect-error a record says of what object it is
    sf.actions.run("flow/ns__Merge", { master: { Name: "Acme" } });
    // @ts-expect-error of another object
    sf.actions.run("flow/ns__Merge", { master: { attributes: { type: "Contact" } } });
    // @ts-expect-error no such field
    sf.actions.run("flow/ns__Merge", { master: { attributes: { type: "Account" }, Nmae: "x" } });
    // @ts-expect-error whether it was pulled is not known
    sf.actions.run(text, {});
  });
});

describe("an action that was not pulled", () => {
  it("gives what is named, beside those that were", async () => {
    const { score } = await sf.actions.run<{ score: number }>("apex/Scorer", { any: 1 });
    expectTypeOf(score).toEqualTypeOf<number>();
    const [outcome] = await sf.actions.runMany<{ score: number }>(text, [{ any: 1 }]);
    if (outcome?.success) expectTypeOf(outcome.value).toEqualTypeOf<{ score: number }>();
  });

  it("is any where none was pulled", async () => {
    const outputs = await untyped.actions.run("apex/Scorer", { any: 1 });
    expectTypeOf(outputs).toEqualTypeOf<Record<string, unknown>>();
    expectTypeOf(await untyped.actions.run(text, {})).toEqualTypeOf<Record<string, unknown>>();
    expectTypeOf(await untyped.actions.run<{ score: number }>("apex/Scorer", {})).toEqualTypeOf<{
      score: number;
    }>();
    // @ts-expect-error inputs are an object
    untyped.actions.run("apex/Scorer", "x");
  });
});

describe("lists and describes", () => {
  it("name actions as they are run", async () => {
    expectTypeOf(await sf.actions.list("flow")).toEqualTypeOf<ListedAction[]>();
    expectTypeOf(await sf.actions.describe("flow/Discount_Calculator")).toEqualTypeOf<ActionDescribe>();
    expectTypeOf(await untyped.actions.describe(text)).toEqualTypeOf<ActionDescribe>();
  });
});

describe("a client of some features", () => {
  it("has actions where they were chosen", async () => {
    const some = {} as PartialClient<Schema, "actions" | "decode", Actions>;
    const { net } = await some.with({ decode: {} }).actions.run("flow/Discount_Calculator", { amount: 1 });
    expectTypeOf(net).toEqualTypeOf<number | null>();
    const none = {} as PartialClient<Schema, "find">;
    // @ts-expect-error it was left out
    void none.actions;
  });
});
