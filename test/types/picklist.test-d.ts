import type { Id } from "orgtype";
import type { Client } from "orgtype/standard";
import { describe, expectTypeOf, it } from "vitest";

declare const sf: Client;

describe("picklist", () => {
  it("gives values of the field's type", async () => {
    const entries = await sf.Event.picklist("ShowAs");
    expectTypeOf(entries[0]!.value).toEqualTypeOf<"Busy" | "OutOfOffice" | "Free">();
    // @ts-expect-error depends on nothing
    await sf.Lead.picklist("Status", { controlledBy: "x" });
    // @ts-expect-error misspelt field
    await sf.Event.picklist("ShwoAs");
  });
});

describe("recordTypeId", () => {
  it("refuses names the org does not have", async () => {
    // @ts-expect-error the object has no record types
    const id = await sf.Account.recordTypeId("Partner");
    expectTypeOf(id).toEqualTypeOf<Id<"RecordType">>();
  });
});
