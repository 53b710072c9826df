import {
  type Client,
  type ConnectOptions,
  clientCredentials,
  custom,
  type DateTimeString,
  defineOrg,
  type EventSubscription,
  type Id,
  type OrgMetadata,
} from "orgtype";
import type { Listening, Org } from "orgtype/mock";
import type { Schema as StandardSchema } from "orgtype/standard";

/** What generated code says of the embedded org's objects and its platform event. */
export interface EventSchema extends StandardSchema {
  Invoice_Paid__e: {
    fields: {
      ReplayId: string | null;
      EventUuid: string | null;
      CreatedDate: DateTimeString;
      CreatedById: Id<"User">;
      Invoice__c: string;
      Amount__c: number | null;
      Paid_On__c: DateTimeString | null;
    };
    parents: Record<never, never>;
    polymorphic: Record<never, never>;
    children: Record<never, never>;
    required: "Invoice__c";
    notCreateable: "ReplayId" | "EventUuid" | "CreatedDate" | "CreatedById";
  };
}

const metadata: OrgMetadata = {
  Invoice_Paid__e: {
    fields: { Amount__c: "number", CreatedDate: "datetime", Paid_On__c: "datetime" },
    parents: {},
    children: {},
  },
  Account: { fields: { AnnualRevenue: "number", LastModifiedDate: "datetime" }, parents: {}, children: {} },
  Contact: { fields: {}, parents: {}, children: {} },
};

export const eventOrg = defineOrg<EventSchema>({ contract: 1, apiVersion: "66.0", metadata });

/** A client of an org that listens. */
export function eventClient(
  org: Org,
  server: Listening,
  options: Partial<ConnectOptions> = {},
): Client<EventSchema> {
  const auth = clientCredentials(org.credentials);
  return eventOrg.createClient({ environment: custom(server.url), auth, ...options });
}

/** The next so many events. */
export async function take<E>(events: EventSubscription<E>, count: number): Promise<E[]> {
  const taken: E[] = [];
  while (taken.length < count) {
    const { done, value } = await events.next();
    if (done) break;
    taken.push(value);
  }
  return taken;
}
