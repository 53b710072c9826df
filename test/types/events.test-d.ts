import type { Client as ClientOf, Id } from "orgtype";
import type { Schema as StandardSchema } from "orgtype/standard";
import { describe, expectTypeOf, it } from "vitest";

interface Schema extends StandardSchema {
  Order__e: {
    fields: { ReplayId: string | null; Number__c: string; Total__c: number | null; Due__c: Date | null };
    parents: Record<never, never>;
    polymorphic: Record<never, never>;
    children: Record<never, never>;
  };
  BatchApexErrorEvent: {
    fields: { ReplayId: string | null; Message: string };
    parents: Record<never, never>;
    polymorphic: Record<never, never>;
    children: Record<never, never>;
  };
}

declare const sf: ClientOf<Schema>;
declare const unknown: ClientOf<Record<never, never>>;

describe("events", () => {
  it("have the fields of their object, by channel or name", async () => {
    for await (const event of sf.events.subscribe("/event/Order__e", { replay: "all" })) {
      expectTypeOf(event.fields.Number__c).toEqualTypeOf<string>();
      expectTypeOf(event.fields.Total__c).toEqualTypeOf<number | null>();
      expectTypeOf(event.replayId).toEqualTypeOf<number>();
      expectTypeOf(event.raw).toEqualTypeOf<unknown>();
      // @ts-expect-error the event has no such field
      event.fields.Nmber__c;
      // @ts-expect-error platform events have no header
      event.header;
    }
    const { value } = await sf.events.subscribe("Order__e").next();
    expectTypeOf(value?.fields.Due__c).toEqualTypeOf<Date | null | undefined>();
    const standard = await sf.events.subscribe("/event/BatchApexErrorEvent").next();
    expectTypeOf(standard.value?.fields.Message).toEqualTypeOf<string | undefined>();
  });

  it("of changes have those of the record that was changed, where they were", async () => {
    for await (const change of sf.events.subscribe("/data/AccountChangeEvent")) {
      expectTypeOf(change.object).toEqualTypeOf<"Account">();
      expectTypeOf(change.header.recordIds).toEqualTypeOf<readonly Id<"Account">[]>();
      expectTypeOf(change.fields.Name).toEqualTypeOf<string | undefined>();
      expectTypeOf(change.fields.NumberOfEmployees).toEqualTypeOf<number | null | undefined>();
      if (change.header.changeType === "DELETE") expectTypeOf(change.header.commitTimestamp).toBeNumber();
      // @ts-expect-error the object has no such field
      change.fields.LastName;
    }
  });

  it("of all changes are told apart by their object", async () => {
    for await (const change of sf.events.subscribe("/data/ChangeEvents")) {
      if (change.object === "Contact") {
        expectTypeOf(change.fields.LastName).toEqualTypeOf<string | undefined>();
        expectTypeOf(change.header.recordIds).toEqualTypeOf<readonly Id<"Contact">[]>();
      }
      // @ts-expect-error of platform events there are no changes
      change.object === "Order__e";
    }
  });

  it("of topics and generic channels are as they come", async () => {
    const { value } = await sf.events.subscribe("/topic/Big_Deals").next();
    expectTypeOf(value?.raw).toEqualTypeOf<unknown>();
    // @ts-expect-error nothing is known of what a PushTopic holds
    value?.fields;
    await sf.events.subscribe("/u/Notices").next();
    const own = await sf.events.subscribe("/event/Mine__chn").next();
    expectTypeOf(own.value?.fields).toEqualTypeOf<Readonly<Record<string, unknown>> | undefined>();
  });

  it("of channels that are not known can be typed by hand", async () => {
    const { value } = await sf.events.subscribe<{ Total__c: number }>("/event/Other__e").next();
    expectTypeOf(value?.fields.Total__c).toEqualTypeOf<number | undefined>();
    const any = await unknown.events.subscribe("/event/Other__e").next();
    expectTypeOf(any.value?.fields).toEqualTypeOf<Readonly<Record<string, unknown>> | undefined>();
    const change = await unknown.events.subscribe("/data/AccountChangeEvent").next();
    expectTypeOf(change.value?.header.changedFields).toEqualTypeOf<readonly string[] | undefined>();
  });

  it("are of channels that there are", () => {
    // @ts-expect-error the event is misspelt, or not generated
    sf.events.subscribe("/event/Ordr__e");
    // @ts-expect-error an object is no event
    sf.events.subscribe("/event/Account");
    // @ts-expect-error the object is misspelt
    sf.events.subscribe("/data/AcountChangeEvent");
    // @ts-expect-error platform events have no changes
    sf.events.subscribe("/data/Order__ChangeEvent");
    // @ts-expect-error a channel begins with a slash
    sf.events.subscribe("data/ChangeEvents");
  });

  it("begin where they are told to", () => {
    sf.events.subscribe("Order__e", { replay: 17 });
    // @ts-expect-error a replay id is a number
    sf.events.subscribe("Order__e", { replay: "17" });
    // @ts-expect-error there is no such option
    sf.events.subscribe("Order__e", { from: "all" });
  });
});
