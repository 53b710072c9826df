import { createOrg } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { api } from "./api.js";
import { type AnsweredQuery, expectAnswer } from "./soql-answers.js";
import { soqlOrg } from "./soql-fixture.js";

// Now is 2026-06-17 12:00 UTC: 05:00 of the same day in Los Angeles, 7 hours behind.
const LOS_ANGELES: AnsweredQuery[] = [
  ["SELECT Name FROM Depot__c WHERE Checked__c = TODAY", ["Quito"]],
  ["SELECT Name FROM Depot__c WHERE Checked__c = YESTERDAY", ["Bern", "Zurich"]],
  ["SELECT Name FROM Depot__c WHERE Checked__c < TODAY", ["Bern", "Zurich"]],
  ["SELECT Name FROM Opportunity WHERE CloseDate = TODAY", ["One"]],
  ["SELECT Name FROM Depot__c WHERE HOUR_IN_DAY(convertTimezone(Checked__c)) = 21", ["Bern"]],
  ["SELECT Name FROM Depot__c WHERE HOUR_IN_DAY(Checked__c) = 4", ["Bern"]],
  ["SELECT Name FROM Depot__c WHERE DAY_ONLY(convertTimezone(Checked__c)) = 2026-06-17", ["Quito"]],
  [
    "SELECT DAY_IN_MONTH(convertTimezone(Checked__c)) d, COUNT(Id) n FROM Depot__c WHERE Checked__c != null GROUP BY DAY_IN_MONTH(convertTimezone(Checked__c))",
    [
      [16, 2],
      [17, 1],
    ],
  ],
  ["SELECT FORMAT(Checked__c) FROM Depot__c LIMIT 1", ["6/16/2026, 9:30 PM"]],
];

// The fiscal year runs from April 2026 to March 2027, and its first quarter is April to June.
const FISCAL: AnsweredQuery[] = [
  ["SELECT Name FROM Depot__c WHERE Built__c = LAST_FISCAL_YEAR", ["Zurich", "Quito"]],
  ["SELECT Name FROM Depot__c WHERE Built__c = LAST_FISCAL_QUARTER", ["Quito"]],
  ["SELECT Name FROM Depot__c WHERE Built__c = N_FISCAL_QUARTERS_AGO:2", ["Zurich"]],
  ["SELECT Name FROM Depot__c WHERE Built__c = LAST_N_FISCAL_QUARTERS:2", ["Zurich", "Quito"]],
  ["SELECT Name FROM Opportunity WHERE CloseDate = THIS_FISCAL_YEAR", ["One", "Two", "Four"]],
  ["SELECT Name FROM Opportunity WHERE CloseDate < THIS_FISCAL_QUARTER", ["Three"]],
  ["SELECT Name FROM Depot__c WHERE Built__c = THIS_YEAR", ["Quito"]],
  ["SELECT Name FROM Depot__c WHERE FISCAL_MONTH(Built__c) = 1", ["Bern"]],
  ["SELECT Name FROM Depot__c WHERE FISCAL_QUARTER(Built__c) = 3", ["Zurich"]],
  [
    "SELECT FISCAL_YEAR(Built__c) y FROM Depot__c WHERE Built__c != null GROUP BY FISCAL_YEAR(Built__c)",
    [2000, 2026],
  ],
];

describe("SOQL in the time zone of the org", () => {
  const { query } = api(soqlOrg({ timeZone: "America/Los_Angeles" }).org);
  it.each(LOS_ANGELES)("%s", async (soql, expected) => expectAnswer(await query(soql), expected));

  it("counts days in UTC by default", async () => {
    const utc = api(soqlOrg().org);
    expectAnswer(await utc.query("SELECT Name FROM Depot__c WHERE Checked__c = TODAY"), ["Bern"]);
  });

  it("follows the clocks when they are changed", async () => {
    // In Zurich 2026-03-29 has 23 hours: it begins at 23:00 and ends at 22:00 UTC.
    let now = new Date("2026-03-28T23:00:00Z");
    const org = createOrg({ timeZone: "Europe/Zurich", now: () => now });
    org.seed({ Account: [{ Name: "first" }] });
    now = new Date("2026-03-29T21:59:59Z");
    org.seed({ Account: [{ Name: "last" }] });
    now = new Date("2026-03-29T22:00:00Z");
    org.seed({ Account: [{ Name: "next day" }] });
    const { query: ask } = api(org);
    expectAnswer(await ask("SELECT Name FROM Account WHERE CreatedDate = YESTERDAY"), ["first", "last"]);
    expectAnswer(await ask("SELECT Name FROM Account WHERE CreatedDate = TODAY"), ["next day"]);
  });

  it("is refused where there is no such zone", () => {
    expect(() => createOrg({ timeZone: "Mars/Olympus" })).toThrow(/Mars\/Olympus/);
  });

  it("refuses convertTimezone of what has no time", async () => {
    const { status, body } = await query(
      "SELECT Id FROM Depot__c WHERE DAY_IN_MONTH(convertTimezone(Built__c)) = 1",
    );
    expect({ status, body }).toMatchObject({ status: 400, body: [{ errorCode: "MALFORMED_QUERY" }] });
  });
});

describe("SOQL in a fiscal year that begins in April", () => {
  const { query } = api(soqlOrg({ fiscalYearStartMonth: 4 }).org);
  it.each(FISCAL)("%s", async (soql, expected) => expectAnswer(await query(soql), expected));

  it.each([0, 13, 1.5])("is refused where %s is no month", (fiscalYearStartMonth) => {
    expect(() => createOrg({ fiscalYearStartMonth })).toThrow(/fiscalYearStartMonth/);
  });
});
