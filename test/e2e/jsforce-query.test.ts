import { Connection } from "@jsforce/jsforce-node";
import { createOrg, type Listening, type Org } from "orgtype/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const NOW = new Date("2026-06-17T12:00:00Z");

let org: Org;
let server: Listening;
let connection: Connection;

beforeAll(async () => {
  org = createOrg({ now: () => NOW });
  const accounts = org.seed({
    Account: [
      { Name: "Acme", Industry: "Energy", AnnualRevenue: 1000, BillingLatitude: 47, BillingLongitude: 8 },
      { Name: "beta_1", Industry: "Banking", AnnualRevenue: 20 },
      { Name: "Beta 2", Industry: "Banking" },
      { Name: "100% 'wool'" },
    ],
  });
  const [acme = "", beta = ""] = accounts.Account ?? [];
  org.seed({
    Account: [{ Name: "Acme South", ParentId: acme }],
    Contact: [
      { LastName: "One", AccountId: acme },
      { LastName: "Two", AccountId: acme },
      { LastName: "Three", AccountId: beta },
    ],
    Opportunity: [
      { Name: "A", StageName: "Prospecting", CloseDate: "2026-06-17", Amount: 100, AccountId: acme },
      { Name: "B", StageName: "Closed Won", CloseDate: "2026-05-01", Amount: 300, AccountId: acme },
      { Name: "C", StageName: "Closed Won", CloseDate: "2025-12-31", Amount: 700, AccountId: beta },
    ],
    Task: [{ Subject: "Call", WhatId: acme }],
  });
  server = await org.listen();
  connection = new Connection({
    instanceUrl: server.url,
    accessToken: org.credentials.accessToken,
    version: "62.0",
  });
});
afterAll(() => server.close());

type Row = Record<string, unknown>;

async function rows(soql: string): Promise<Row[]> {
  const { records, totalSize, done } = await connection.query<Row>(soql);
  expect([totalSize, done]).toEqual([records.length, true]);
  return records;
}

const pick = (records: readonly Row[], ...keys: string[]): unknown[] =>
  records.map((row) => (keys.length === 1 ? row[keys[0] ?? ""] : keys.map((key) => row[key])));

describe("jsforce against the embedded org: WHERE", () => {
  it.each([
    ["Industry = 'banking' AND AnnualRevenue != null", ["beta_1"]],
    ["Industry = 'Energy' OR Name LIKE 'BETA%'", ["Acme", "beta_1", "Beta 2"]],
    ["(NOT Industry = 'Banking') AND AnnualRevenue >= 1000", ["Acme"]],
    ["Name LIKE 'beta\\_%'", ["beta_1"]],
    ["Name = '100% \\'wool\\''", ["100% 'wool'"]],
    ["Industry IN ('Energy', 'Banking') AND Name NOT IN ('Acme')", ["beta_1", "Beta 2"]],
    ["Parent.Name = 'Acme'", ["Acme South"]],
    ["Id IN (SELECT AccountId FROM Contact WHERE LastName = 'Three')", ["beta_1"]],
    ["Id NOT IN (SELECT AccountId FROM Opportunity) AND Industry = 'Banking'", ["Beta 2"]],
    ["CreatedDate = TODAY AND Industry = 'Energy'", ["Acme"]],
    ["DISTANCE(BillingAddress, GEOLOCATION(47, 8.1), 'km') < 20", ["Acme"]],
  ])("%s", async (where, expected) => {
    expect(pick(await rows(`SELECT Name FROM Account WHERE ${where}`), "Name")).toEqual(expected);
  });

  it.each([
    ["CloseDate = THIS_MONTH", ["A"]],
    ["CloseDate = LAST_N_MONTHS:2", ["B"]],
    ["CloseDate < THIS_YEAR", ["C"]],
    ["CALENDAR_QUARTER(CloseDate) = 2", ["A", "B"]],
    ["Amount > 1e2 AND CloseDate >= 2026-01-01", ["B"]],
  ])("dates and numbers: %s", async (where, expected) => {
    expect(pick(await rows(`SELECT Name FROM Opportunity WHERE ${where}`), "Name")).toEqual(expected);
  });
});

describe("jsforce against the embedded org: what is selected", () => {
  it("reads parents and children with clauses of their own", async () => {
    const [acme] = await rows(
      "SELECT Name, Owner.Name, (SELECT LastName FROM Contacts WHERE LastName != 'One'), (SELECT Name FROM Opportunities ORDER BY Amount DESC LIMIT 1) FROM Account WHERE Name = 'Acme'",
    );
    expect(acme).toMatchObject({
      Owner: { Name: "Embedded User" },
      Contacts: { totalSize: 1, done: true, records: [{ LastName: "Two" }] },
      Opportunities: { records: [{ Name: "B" }] },
    });
  });

  it("reads a polymorphic parent by its type", async () => {
    const [task] = await rows(
      "SELECT Subject, TYPEOF What WHEN Account THEN Industry WHEN Opportunity THEN Amount ELSE Name END FROM Task",
    );
    expect(task).toMatchObject({ What: { attributes: { type: "Account" }, Industry: "Energy" } });
  });

  it("reads all fields of a kind", async () => {
    const [row] = await rows("SELECT FIELDS(STANDARD) FROM Contact WHERE LastName = 'One'");
    expect(Object.keys(row ?? {})).toEqual(expect.arrayContaining(["Id", "LastName", "MailingAddress"]));
  });

  it("writes values for people", async () => {
    const [row] = await rows("SELECT FORMAT(AnnualRevenue) f, toLabel(Industry) l FROM Account LIMIT 1");
    expect(row).toMatchObject({ f: "USD 1,000", l: "Energy" });
  });

  it("sorts with empty values last and skips", async () => {
    const found = await rows(
      "SELECT Name FROM Account ORDER BY AnnualRevenue DESC NULLS LAST, Name LIMIT 3 OFFSET 1",
    );
    expect(pick(found, "Name")).toEqual(["beta_1", "100% 'wool'", "Acme South"]);
  });
});

describe("jsforce against the embedded org: groups", () => {
  it("counts without rows", async () => {
    const { totalSize, records } = await connection.query("SELECT COUNT() FROM Account");
    expect([totalSize, records]).toEqual([5, []]);
  });

  it("sums by group", async () => {
    const found = await rows(
      "SELECT StageName, SUM(Amount) total, COUNT(Id) FROM Opportunity GROUP BY StageName HAVING SUM(Amount) > 100",
    );
    expect(pick(found, "StageName", "total", "expr0")).toEqual([["Closed Won", 1000, 2]]);
  });

  it("adds subtotals", async () => {
    const found = await rows(
      "SELECT StageName, GROUPING(StageName) g, SUM(Amount) s FROM Opportunity GROUP BY ROLLUP(StageName)",
    );
    expect(pick(found, "StageName", "g", "s")).toEqual([
      ["Prospecting", 0, 100],
      ["Closed Won", 0, 1000],
      [null, 1, 1100],
    ]);
  });

  it("groups by parts of a date", async () => {
    const found = await rows(
      "SELECT CALENDAR_YEAR(CloseDate) y, COUNT(Id) n FROM Opportunity GROUP BY CALENDAR_YEAR(CloseDate) ORDER BY CALENDAR_YEAR(CloseDate)",
    );
    expect(pick(found, "y", "n")).toEqual([
      [2025, 1],
      [2026, 2],
    ]);
  });
});

describe("jsforce against the embedded org: query resources", () => {
  it("explains a query", async () => {
    const { plans } = await connection.query("SELECT Id FROM Account WHERE Name = 'Acme'").explain();
    expect(plans[0]).toMatchObject({ sobjectType: "Account", leadingOperationType: expect.any(String) });
  });

  it("finds through its builder with children", async () => {
    const found = await connection
      .sobject("Account")
      .find({ Name: "Acme" }, "Name")
      .include("Contacts")
      .select("LastName")
      .orderby("LastName", "DESC")
      .end()
      .execute();
    expect(found[0]).toMatchObject({ Contacts: { records: [{ LastName: "Two" }, { LastName: "One" }] } });
  });
});
