import { createOrg, type Org } from "orgtype/mock";
import { standardDescribes } from "../../../mock/schema/index.js";
import { describeOf, field } from "./tiny-describes.js";

/** A Wednesday. */
export const NOW = new Date("2026-06-17T12:00:00Z");

const tag = describeOf("Tag__c", [
  field("Name", "string", { length: 80 }),
  field("Code__c", "string", { length: 20, caseSensitive: true }),
  field("Colours__c", "multipicklist", {
    picklistValues: ["red", "green", "blue"].map((value) => ({
      value,
      label: value.toUpperCase(),
      active: true,
    })),
  }),
  field("Long__c", "textarea", { length: 5000, filterable: false, sortable: false, groupable: false }),
]);

/** A small org whose every answer can be worked out by hand. */
export function soqlOrg(): { org: Org; ids: Record<string, string> } {
  let now = new Date("2026-06-15T10:30:00Z");
  const org = createOrg({ describes: [...standardDescribes(), tag], now: () => now });
  const [acme = "", beta = ""] =
    org.seed({
      Account: [
        {
          Name: "Acme",
          Industry: "Banking",
          AnnualRevenue: 1000,
          NumberOfEmployees: 10,
          BillingCity: "Bern",
          Rating: "Hot",
        },
        { Name: "beta", Industry: "Energy", AnnualRevenue: 500, BillingCity: "Basel", Rating: "Cold" },
      ],
    }).Account ?? [];
  const [wool = "", under = "", neil = ""] =
    org.seed({
      Account: [
        { Name: "100% Wool", NumberOfEmployees: 30, Rating: "Warm", ParentId: acme },
        {
          Name: "Under_score",
          Industry: "Banking",
          AnnualRevenue: 2000,
          BillingCity: "bern",
          ParentId: beta,
        },
        { Name: "O'Neil \\ Sons", Industry: "Apparel", AnnualRevenue: -5 },
      ],
    }).Account ?? [];
  const [ada = "", bo = ""] =
    org.seed({
      Contact: [
        {
          FirstName: "Ada",
          LastName: "Reed",
          AccountId: acme,
          Email: "ada@example.com",
          Birthdate: "1980-01-01",
        },
        { FirstName: "Bo", LastName: "Lind", AccountId: acme, DoNotCall: true },
        { FirstName: "Cy", LastName: "Moss", AccountId: beta, Birthdate: "1990-12-31" },
        { LastName: "Dorn" },
      ],
    }).Contact ?? [];
  now = NOW;
  const stage = (Name: string, AccountId: string, CloseDate: string, StageName: string, Amount?: number) => ({
    Name,
    AccountId,
    CloseDate,
    StageName,
    ...(Amount === undefined ? {} : { Amount }),
  });
  const [one = ""] =
    org.seed({
      Opportunity: [
        stage("One", acme, "2026-06-17", "Prospecting", 100),
        stage("Two", acme, "2026-05-10", "Closed Won", 300),
        stage("Three", beta, "2025-12-31", "Prospecting"),
        stage("Four", under, "2026-06-18", "Closed Won", 700),
      ],
    }).Opportunity ?? [];
  org.seed({
    Task: [
      { Subject: "Call", WhatId: acme, WhoId: ada },
      { Subject: "Meet", WhatId: one },
      { Subject: "Rest" },
    ],
    Case: [{ Subject: "Broken", AccountId: acme, ContactId: bo }],
    Tag__c: [
      { Name: "t1", Code__c: "abc", Colours__c: "red;blue" },
      { Name: "t2", Code__c: "ABC", Colours__c: "green" },
      { Name: "t3" },
    ],
  });
  return { org, ids: { acme, beta, wool, under, neil, ada, bo, one } };
}
