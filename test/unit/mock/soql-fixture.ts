import { createOrg, type Org, type OrgOptions } from "orgtype/mock";
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

/** Values of every kind that functions are about: a place, a time, money, a share. */
const depot = describeOf(
  "Depot__c",
  [
    field("Name", "string", { length: 80 }),
    field("Opens__c", "time"),
    field("Place__c", "location"),
    field("Place__Latitude__s", "double", { scale: 6, compoundFieldName: "Place__c" }),
    field("Place__Longitude__s", "double", { scale: 6, compoundFieldName: "Place__c" }),
    field("Stock__c", "double", { scale: 3, precision: 18 }),
    field("Worth__c", "currency", { scale: 2, precision: 18 }),
    field("Share__c", "percent", { scale: 1, precision: 18 }),
    field("Built__c", "date"),
    field("Checked__c", "datetime"),
  ],
  { keyPrefix: "a1x" },
);

const DEPOTS = [
  {
    Name: "Bern",
    Opens__c: "08:00:00.000Z",
    Place__Latitude__s: 46.948,
    Place__Longitude__s: 7.4474,
    Stock__c: 1234.5,
    Worth__c: 1234567.5,
    Share__c: 12.5,
    Built__c: "1999-04-01",
    Checked__c: "2026-06-17T04:30:00Z",
  },
  {
    Name: "Zurich",
    Opens__c: "12:30:00.000Z",
    Place__Latitude__s: 47.3769,
    Place__Longitude__s: 8.5417,
    Stock__c: 0.025,
    Worth__c: -20,
    Built__c: "2025-12-31",
    Checked__c: "2026-06-16T23:59:59Z",
  },
  {
    Name: "Quito",
    Opens__c: "22:15:30.500Z",
    Place__Latitude__s: 0,
    Place__Longitude__s: -78.5,
    Stock__c: 1000,
    Built__c: "2026-02-01",
    Checked__c: "2026-06-18T06:59:59Z",
  },
  { Name: "Nowhere" },
];

/** A small org whose every answer can be worked out by hand. */
export function soqlOrg(options: OrgOptions = {}): { org: Org; ids: Record<string, string> } {
  let now = new Date("2026-06-15T10:30:00Z");
  const org = createOrg({
    ...options,
    describes: [...standardDescribes(), tag, depot],
    now: () => now,
  });
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
  org.seed({ Depot__c: DEPOTS });
  return { org, ids: { acme, beta, wool, under, neil, ada, bo, one } };
}
