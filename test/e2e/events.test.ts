import { clientCredentials, custom, type DateTimeString, defineOrg, type Id, jsDates } from "orgtype";
import { createOrg, type Listening, type Org, standardDescribes } from "orgtype/mock";
import type { Schema as StandardSchema } from "orgtype/standard";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeOf, field } from "../unit/mock/tiny-describes.js";

/** A platform event as generated code has it. */
interface Schema extends StandardSchema {
  Placed__e: {
    fields: {
      ReplayId: string | null;
      EventUuid: string | null;
      CreatedDate: DateTimeString;
      CreatedById: Id<"User">;
      Number__c: string;
      Total__c: number | null;
      Due__c: DateTimeString | null;
    };
    parents: Record<never, never>;
    polymorphic: Record<never, never>;
    children: Record<never, never>;
    required: "Number__c";
    notCreateable: "ReplayId" | "EventUuid" | "CreatedDate" | "CreatedById";
  };
}

const placed = describeOf(
  "Placed__e",
  [
    field("ReplayId", "string", { createable: false }),
    field("EventUuid", "string", { createable: false }),
    field("CreatedDate", "datetime", { createable: false }),
    field("CreatedById", "reference", { createable: false }),
    field("Number__c", "string", { length: 10, nillable: false }),
    field("Total__c", "double", { precision: 10, scale: 2 }),
    field("Due__c", "datetime"),
  ],
  { keyPrefix: "e01" },
);
const metadata = {
  Placed__e: {
    fields: { Total__c: "number", CreatedDate: "datetime", Due__c: "datetime" },
    parents: {},
    children: {},
  },
  Account: { fields: { AnnualRevenue: "number", LastModifiedDate: "datetime" }, parents: {}, children: {} },
  Contact: { fields: {}, parents: {}, children: {} },
} as const;

/** Events over a real socket. */
describe("the client", () => {
  let org: Org;
  let server: Listening;
  const typed = defineOrg<Schema>({ contract: 1, apiVersion: "66.0", metadata });
  const connect = () =>
    typed.createClient({ environment: custom(server.url), auth: clientCredentials(org.credentials) });

  beforeAll(async () => {
    org = createOrg({
      describes: [...standardDescribes(), placed],
      changeEvents: ["Account", "Contact"],
      streaming: { timeoutMs: 2_000 },
    });
    server = await org.listen();
  });
  afterAll(() => server.close());

  it("reads platform events as they are published", async () => {
    const sf = connect();
    const events = sf.events.subscribe("/event/Placed__e");
    await events.opened();
    const first = events.next();
    await sf.Placed__e.create({ Number__c: "1", Total__c: 2.5 });
    const { value } = await first;
    expect(value).toMatchObject({
      channel: "/event/Placed__e",
      replayId: expect.any(Number),
      fields: { Number__c: "1", Total__c: 2.5, Due__c: null, EventUuid: org.events.at(-1)!.uuid },
    });
    expect(events.checkpoint()).toBe(value!.replayId);
    await events.return();
    expect(await events.next()).toEqual({ done: true, value: undefined });
  });
});
