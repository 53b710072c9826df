import {
  type Address,
  type Client,
  type ConnectOptions,
  clientCredentials,
  type DateString,
  type DateTimeString,
  defineOrg,
  type Id,
  type MultiPicklist,
  myDomain,
  type OpenPicklist,
  type OrgMetadata,
  type TimeString,
} from "orgtype";
import type { FakeOrg } from "./fake-org.js";
import { keepSecret } from "./kept-secrets.js";

/** What generated code would say of a small org. */
export interface SmallSchema {
  Account: {
    fields: {
      Id: Id<"Account">;
      Name: string;
      Industry: OpenPicklist<"Banking" | "Energy"> | null;
      AnnualRevenue: number | null;
      Active__c: boolean;
      Founded__c: DateString | null;
      OpensAt__c: TimeString | null;
      Colors__c: MultiPicklist<"Red" | "Blue"> | null;
      Key__c: string | null;
      CreatedDate: DateTimeString;
      BillingAddress: Address | null;
      OwnerId: Id<"User">;
      ParentId: Id<"Account"> | null;
    };
    parents: { Owner: "User"; Parent: "Account" | null };
    polymorphic: Record<never, never>;
    children: { Contacts: "Contact"; ChildAccounts: "Account" };
    required: "Name";
    notCreateable: "Id" | "CreatedDate" | "BillingAddress";
    notUpdateable: "Id" | "CreatedDate" | "BillingAddress";
    externalId: "Key__c" | "Id";
    notFilterable: "BillingAddress";
    notSortable: "BillingAddress";
    notGroupable: never;
    notAggregatable: never;
    recordTypes: never;
  };
  Contact: {
    fields: { Id: Id<"Contact">; LastName: string; Email: string | null; AccountId: Id<"Account"> | null };
    parents: { Account: "Account" | null };
    polymorphic: Record<never, never>;
    children: { Tasks: "Task" };
    required: "LastName";
    notCreateable: "Id";
    notUpdateable: "Id";
    externalId: "Id";
    notFilterable: never;
    notSortable: never;
    notGroupable: never;
    notAggregatable: never;
    recordTypes: never;
  };
  Task: {
    fields: { Id: Id<"Task">; Subject: string | null; WhatId: Id<"Account" | "Contact"> | null };
    parents: Record<never, never>;
    polymorphic: { What: "Account" | "Contact" | null };
    children: Record<never, never>;
    required: never;
    notCreateable: "Id";
    notUpdateable: "Id";
    externalId: "Id";
    notFilterable: never;
    notSortable: never;
    notGroupable: never;
    notAggregatable: never;
    recordTypes: never;
  };
  User: {
    fields: { Id: Id<"User">; Name: string; IsActive: boolean; ManagerId: Id<"User"> | null };
    parents: { Manager: "User" | null };
    polymorphic: Record<never, never>;
    children: Record<never, never>;
    required: never;
    notCreateable: "Id";
    notUpdateable: "Id";
    externalId: "Id";
    notFilterable: never;
    notSortable: never;
    notGroupable: never;
    notAggregatable: never;
    recordTypes: never;
  };
}

export const metadata: OrgMetadata = {
  Account: {
    fields: {
      AnnualRevenue: "number",
      Active__c: "boolean",
      Founded__c: "date",
      OpensAt__c: "time",
      Colors__c: "multipicklist",
      CreatedDate: "datetime",
    },
    parents: { Owner: "User", Parent: "Account" },
    children: { Contacts: "Contact", ChildAccounts: "Account" },
  },
  Contact: { fields: {}, parents: { Account: "Account" }, children: { Tasks: "Task" } },
  Task: { fields: {}, parents: { What: "" }, children: {} },
  User: { fields: { IsActive: "boolean" }, parents: { Manager: "User" }, children: {} },
};

export const smallOrg = defineOrg<SmallSchema>({ contract: 1, apiVersion: "66.0", metadata });

/** Secrets that no output may hold. */
export const CLIENT_SECRET = keepSecret("client secret", "s3cret.of_the!app");

/** Options for a client of a fake org; repetitions do not wait. */
export function optionsFor(org: FakeOrg, options: Partial<ConnectOptions> = {}): ConnectOptions {
  return {
    environment: myDomain("acme"),
    auth: clientCredentials({ clientId: "key", clientSecret: CLIENT_SECRET }),
    transport: org.transport,
    retry: { firstDelayMs: 1 },
    ...options,
  };
}

export function smallClient(org: FakeOrg, options: Partial<ConnectOptions> = {}): Client<SmallSchema> {
  return smallOrg.createClient(optionsFor(org, options));
}
