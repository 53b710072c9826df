import { createOrg, type ReportDefinition, type ReportFilterDefinition } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { api } from "./api.js";

const NOW = new Date("2026-05-20T12:00:00Z");
const OPPORTUNITY = { type: "Opportunity" };

function orgOf(reports: Readonly<Record<string, ReportDefinition>> = {}) {
  const org = createOrg({ reports, now: () => NOW, timeZone: "Europe/Zurich", fiscalYearStartMonth: 2 });
  org.seed({
    Opportunity: [
      { Name: "One", StageName: "Prospecting", CloseDate: "2026-01-31", Amount: 10, Type: "New Customer" },
      { Name: "Two, and more", StageName: "Qualification", CloseDate: "2026-05-19", Amount: 20.25 },
      { Name: "Three", StageName: "Closed Won", CloseDate: "2026-05-20", NextStep: "Sign" },
      { Name: "Four", StageName: "Closed Lost", CloseDate: "2026-08-01", Amount: 1000, NextStep: "Cry" },
    ],
  });
  return { org, rest: api(org) };
}

describe("a report of the embedded org", () => {
  const { rest } = orgOf();
  const query = (metadata: object) =>
    rest.post("/analytics/reports/query", { reportMetadata: { reportType: OPPORTUNITY, ...metadata } });
  const namesOf = async (metadata: object) => {
    const { body, status } = await query({ detailColumns: ["OPPORTUNITY_NAME"], ...metadata });
    expect({ status, body }).toMatchObject({ status: 200 });
    return body.factMap["T!T"].rows.map((row: { dataCells: { label: string }[] }) => row.dataCells[0]?.label);
  };
  type Filter = [column: string, operator: ReportFilterDefinition["operator"], value: string];

  it.each<[...Filter, names: string[]]>([
    ["STAGE_NAME", "equals", "Prospecting,Closed Won", ["One", "Three"]],
    ["STAGE_NAME", "notEqual", "prospecting", ["Two, and more", "Three", "Four"]],
    ["STAGE_NAME", "contains", "closed", ["Three", "Four"]],
    ["STAGE_NAME", "notContain", "closed,qual", ["One"]],
    ["OPPORTUNITY_NAME", "startsWith", "t", ["Two, and more", "Three"]],
    ["OPPORTUNITY_NAME", "equals", '"Two, and more",Four', ["Two, and more", "Four"]],
    ["OPPORTUNITY_NAME", "greaterThan", "Three", ["Two, and more"]],
    ["NEXT_STEP", "equals", "", ["One", "Two, and more"]],
    ["NEXT_STEP", "notEqual", "", ["Three", "Four"]],
    ["AMOUNT", "greaterThan", "20.25", ["Four"]],
    ["AMOUNT", "greaterOrEqual", "USD 1,000", ["Four"]],
    ["AMOUNT", "lessThan", "20", ["One"]],
    ["AMOUNT", "lessOrEqual", "20.25", ["One", "Two, and more"]],
    ["AMOUNT", "equals", "", ["Three"]],
    ["AMOUNT", "notEqual", "10", ["Two, and more", "Three", "Four"]],
    ["CLOSED", "equals", "True", ["Three", "Four"]],
    ["CLOSED", "notEqual", "1", ["One", "Two, and more"]],
    ["CLOSE_DATE", "equals", "TODAY", ["Three"]],
    ["CLOSE_DATE", "equals", "LAST_N_DAYS:5", ["Two, and more", "Three"]],
    ["CLOSE_DATE", "lessThan", "2026-05-19", ["One"]],
    ["CLOSE_DATE", "lessOrEqual", "5/19/2026", ["One", "Two, and more"]],
    ["CLOSE_DATE", "greaterThan", "THIS_MONTH", ["Four"]],
    ["CLOSE_DATE", "greaterOrEqual", "2026-05-20", ["Three", "Four"]],
    ["CREATED_DATE", "equals", "2026-05-20T12:00:00Z", ["One", "Two, and more", "Three", "Four"]],
    ["CREATED_DATE", "notEqual", "TODAY", []],
    ["FULL_NAME", "equals", "embedded user", ["One", "Two, and more", "Three", "Four"]],
    ["Opportunity.Owner.Username", "contains", "@", ["One", "Two, and more", "Three", "Four"]],
  ])("filters %s %s %j", async (column, operator, value, names) => {
    expect(await namesOf({ reportFilters: [{ column, operator, value }] })).toEqual(names);
  });

  it.each([
    ["1 OR 2", ["One", "Three"]],
    ["(1 OR 2) AND NOT 2", ["One"]],
    ["NOT (1 or 2)", ["Two, and more", "Four"]],
  ])("puts filters together as %s", async (reportBooleanFilter, names) => {
    const reportFilters = [
      { column: "STAGE_NAME", operator: "equals", value: "Prospecting" },
      { column: "STAGE_NAME", operator: "equals", value: "Closed Won" },
    ];
    expect(await namesOf({ reportFilters, reportBooleanFilter })).toEqual(names);
  });

  it.each(["1 AND", "1", "1 OR 3", "(1 OR 2", "1 2", "1 XOR 2"])("refuses the logic %s", async (logic) => {
    const filter = { column: "STAGE_NAME", operator: "equals", value: "" };
    const answer = await query({ reportFilters: [filter, filter], reportBooleanFilter: logic });
    expect(answer).toMatchObject({ status: 400, body: [{ errorCode: "BAD_REQUEST" }] });
  });

  it.each([
    ["CUSTOM", "2026-05-19", "2026-05-20", ["Two, and more", "Three"]],
    ["CUSTOM", null, "2026-05-19", ["One", "Two, and more"]],
    ["CUSTOM", "2026-06-01", null, ["Four"]],
    ["CUSTOM", null, null, ["One", "Two, and more", "Three", "Four"]],
    ["LAST_FISCAL_YEAR", null, null, ["One"]],
    ["THIS_QUARTER", null, null, ["Two, and more", "Three"]],
  ])("has rows of the days %s from %s to %s", async (durationValue, startDate, endDate, names) => {
    const standardDateFilter = { column: "CLOSE_DATE", durationValue, startDate, endDate };
    expect(await namesOf({ standardDateFilter })).toEqual(names);
  });

  it("says which days a literal stands for", async () => {
    const { body } = await query({
      standardDateFilter: { column: "CLOSE_DATE", durationValue: "THIS_FISCAL_QUARTER" },
    });
    expect(body.reportMetadata.standardDateFilter).toEqual({
      column: "CLOSE_DATE",
      durationValue: "THIS_FISCAL_QUARTER",
      startDate: "2026-05-01",
      endDate: "2026-07-31",
    });
  });

  it("has the filters of opportunities", async () => {
    const standard = (open: string, probability: string) =>
      namesOf({
        standardFilters: [
          { name: "open", value: open },
          { name: "probability", value: probability },
        ],
      });
    expect(await standard("all", ">0")).toHaveLength(4);
    expect(await standard("open", ">0")).toEqual(["One", "Two, and more"]);
    expect(await standard("closed", ">=50")).toEqual(["Three"]);
    expect(await standard("closedwon", "<50")).toEqual([]);
  });

  it("has the records of the user alone where it is asked for them", async () => {
    expect(await namesOf({ scope: "user" })).toHaveLength(4);
  });

  it("sorts, and has no more rows than it is limited to", async () => {
    const sortBy = [{ sortColumn: "AMOUNT", sortOrder: "Desc" }];
    expect(await namesOf({ sortBy })).toEqual(["Four", "Two, and more", "One", "Three"]);
    const limited = { sortBy, topRows: { rowLimit: 2, direction: "Desc" } };
    expect(await namesOf(limited)).toEqual(["Four", "Two, and more"]);
    const { body } = await query({ ...limited, aggregates: ["s!AMOUNT"] });
    expect(body.factMap["T!T"].aggregates).toEqual([{ label: "$1,020.25", value: 1020.25 }]);
  });

  it.each([
    ["None", ["1/31/2026", "5/19/2026", "5/20/2026", "8/1/2026"], "2026-01-31"],
    ["Day", ["1/31/2026", "5/19/2026", "5/20/2026", "8/1/2026"], "2026-01-31"],
    ["Week", ["1/25/2026 - 1/31/2026", "5/17/2026 - 5/23/2026", "7/26/2026 - 8/1/2026"], "2026-01-25"],
    ["Month", ["January 2026", "May 2026", "August 2026"], "2026-01-01"],
    ["Quarter", ["Q1 CY2026", "Q2 CY2026", "Q3 CY2026"], "2026-01-01"],
    ["Year", ["CY2026"], "2026-01-01"],
    ["FiscalQuarter", ["Q4 FY2026", "Q2 FY2027", "Q3 FY2027"], "2025-11-01"],
    ["FiscalYear", ["FY2026", "FY2027"], "2025-02-01"],
    ["MonthInYear", ["January", "May", "August"], 1],
    ["DayInMonth", ["1", "19", "20", "31"], 1],
  ])("groups dates by %s", async (dateGranularity, labels, first) => {
    const { body } = await query({ groupingsDown: [{ name: "CLOSE_DATE", dateGranularity }] });
    const { groupings } = body.groupingsDown;
    expect(groupings.map(({ label }: { label: string }) => label)).toEqual(labels);
    expect(groupings[0].value).toBe(first);
  });

  it("groups moments by the days of the org's time zone", async () => {
    const { body } = await query({ groupingsDown: [{ name: "CREATED_DATE", dateGranularity: "Day" }] });
    expect(body.groupingsDown.groupings).toMatchObject([{ label: "5/20/2026" }]);
  });

  it("sorts groups by a sum", async () => {
    const { body } = await query({
      aggregates: ["s!AMOUNT"],
      groupingsDown: [{ name: "STAGE_NAME", sortOrder: "Desc", sortAggregate: "s!AMOUNT" }],
    });
    expect(body.groupingsDown.groupings.map(({ label }: { label: string }) => label)).toEqual([
      "Closed Lost",
      "Qualification",
      "Prospecting",
      "Closed Won",
    ]);
  });

  it("has three levels of groups, and two in each direction of a matrix", async () => {
    const [stage, type, step] = [{ name: "STAGE_NAME" }, { name: "TYPE" }, { name: "NEXT_STEP" }];
    const summary = await query({ groupingsDown: [stage, type, step] });
    expect(summary.body.factMap["0_0_0!T"].aggregates).toEqual([{ label: "1", value: 1 }]);
    const matrix = await query({ groupingsDown: [stage], groupingsAcross: [type, step] });
    expect(matrix.body.reportMetadata.reportFormat).toBe("MATRIX");
    expect(matrix.body.factMap["T!1_0"].aggregates).toEqual([{ label: "1", value: 1 }]);
    expect(matrix.body.reportExtendedMetadata.groupingColumnInfo).toMatchObject({
      STAGE_NAME: { groupingLevel: 0 },
      TYPE: { groupingLevel: 0, dataType: "picklist" },
      NEXT_STEP: { groupingLevel: 1 },
    });
    expect(await query({ groupingsDown: [stage, stage, stage], groupingsAcross: [type] })).toMatchObject({
      status: 400,
    });
  });

  it("leaves out deleted records, and rows beyond the first 2,000, but not their sums", async () => {
    const { org, rest: own } = orgOf();
    org.seed({
      Contact: Array.from({ length: 2_001 }, (_, index) => ({ LastName: `Doe ${index}` })),
    });
    const [first] = org.records("Contact");
    const run = async () =>
      (
        await own.post("/analytics/reports/query", {
          reportMetadata: { reportType: { type: "ContactList" }, detailColumns: ["LAST_NAME"] },
        })
      ).body;
    const all = await run();
    expect(all.allData).toBe(false);
    expect(all.factMap["T!T"].rows).toHaveLength(2_000);
    expect(all.factMap["T!T"].aggregates).toEqual([{ label: "2,001", value: 2_001 }]);
    await own.delete(`/sobjects/Contact/${first?.Id}`);
    expect(await run()).toMatchObject({ allData: true });
  });

  it.each([
    ["joined reports", { reportFormat: "MULTI_BLOCK" }],
    ["buckets", { buckets: [{ label: "x" }] }],
    ["cross filters", { crossFilters: [{ relatedEntity: "Contact" }] }],
    ["formulas of rows", { customDetailFormula: { CDF1: {} } }],
    ["formulas of sums", { customSummaryFormula: { FORMULA1: {} } }],
    ["sums by formula", { aggregates: ["FORMULA1"] }],
    ["historical trending", { historicalSnapshotDates: ["N_DAYS_AGO:1"] }],
    ["the scope of a team", { scope: "team" }],
    [
      "filters from field to field",
      {
        reportFilters: [
          { column: "AMOUNT", operator: "equals", value: "AMOUNT", filterType: "fieldToField" },
        ],
      },
    ],
  ])("refuses what it does not have: %s", async (_, metadata) => {
    expect(await query(metadata)).toMatchObject({ status: 501, body: [{ errorCode: "NOT_IMPLEMENTED" }] });
  });

  it.each([
    ["an unknown column", { detailColumns: ["NOTHING"] }],
    ["a column of another object", { detailColumns: ["Account.Name"] }],
    ["an unknown field", { detailColumns: ["Opportunity.Nothing__c"] }],
    ["an address", { reportType: { type: "AccountList" }, detailColumns: ["Account.BillingAddress"] }],
    ["a sum of texts", { aggregates: ["s!STAGE_NAME"] }],
    ["an unknown sum", { aggregates: ["z!AMOUNT"] }],
    ["an unknown report type", { reportType: { type: "Nothing" } }],
    ["an unknown format", { reportFormat: "ROUND" }],
    ["an unknown operator", { reportFilters: [{ column: "AMOUNT", operator: "contains", value: "1" }] }],
    ["a filter of nothing", { reportFilters: [{ column: "NOTHING", operator: "equals", value: "1" }] }],
    ["no date", { reportFilters: [{ column: "CLOSE_DATE", operator: "equals", value: "soon" }] }],
    ["no number", { reportFilters: [{ column: "AMOUNT", operator: "equals", value: "much" }] }],
    ["no list", { detailColumns: "AMOUNT" }],
    ["spans of what is no date", { groupingsDown: [{ name: "TYPE", dateGranularity: "Month" }] }],
    ["unknown spans", { groupingsDown: [{ name: "CLOSE_DATE", dateGranularity: "Moon" }] }],
    ["a grouping without a name", { groupingsDown: [{}] }],
    ["an order of groups", { groupingsDown: [{ name: "TYPE", sortOrder: "Up" }] }],
    ["days of a text", { standardDateFilter: { column: "TYPE", durationValue: "CUSTOM" } }],
    ["unknown days", { standardDateFilter: { column: "CLOSE_DATE", durationValue: "SOON" } }],
    [
      "a wrong day",
      { standardDateFilter: { column: "CLOSE_DATE", durationValue: "CUSTOM", startDate: "x" } },
    ],
    ["two columns to sort by", { sortBy: [{ sortColumn: "AMOUNT" }, { sortColumn: "TYPE" }] }],
    [
      "more than 20 filters",
      { reportFilters: Array(21).fill({ column: "TYPE", operator: "equals", value: "" }) },
    ],
    ["no columns", { aggregates: [], detailColumns: [] }],
    ["no rows", { topRows: { rowLimit: 0, direction: "Asc" } }],
  ])("refuses %s", async (_, metadata) => {
    expect(await query(metadata)).toMatchObject({ status: 400, body: [{ errorCode: "BAD_REQUEST" }] });
  });

  it("refuses a body that says nothing, and what is not there", async () => {
    expect(await rest.post("/analytics/reports/query", {})).toMatchObject({ status: 400 });
    expect(await rest.get("/analytics/reports/00O000000000001AAA")).toMatchObject({ status: 404 });
    expect(await rest.get("/analytics/reportTypes/Nothing")).toMatchObject({ status: 400 });
    expect(await rest.get("/analytics/dashboards/01Z000000000001AAA/describe")).toMatchObject({
      status: 404,
    });
    expect(await rest.post("/analytics/reports?cloneId=", { reportMetadata: {} })).toMatchObject({
      status: 400,
    });
    expect(await rest.post("/analytics/reports", { reportMetadata: { name: "x" } })).toMatchObject({
      status: 400,
    });
    expect(
      await rest.post("/analytics/reports", { reportMetadata: { reportType: OPPORTUNITY } }),
    ).toMatchObject({
      status: 400,
      body: [{ message: "The report name can't be null." }],
    });
  });
});

describe("the reports an org is made with", () => {
  const deals: ReportDefinition = { reportType: "Opportunity", detailColumns: ["AMOUNT"] };

  it("are refused where they cannot be", () => {
    const bad = { ...deals, detailColumns: ["NOTHING"] };
    expect(() => createOrg({ reports: { Bad: bad } })).toThrow(
      new TypeError("The report Bad cannot be: BAD_REQUEST: The column NOTHING is invalid."),
    );
    expect(() => createOrg({ dashboards: { Bad: { components: [{ report: "Nothing" }] } } })).toThrow(
      TypeError,
    );
  });

  it("go on in an org that is made of the data of another, with those that were made since", async () => {
    const { org, rest } = orgOf({ Deals: deals });
    const made = { name: "Made", reportType: OPPORTUNITY, detailColumns: ["AMOUNT"] };
    await rest.post("/analytics/reports", { reportMetadata: made });
    const copy = createOrg({ reports: { Deals: deals }, data: org.export() });
    const { body } = await api(copy).get("/analytics/reports");
    expect(body.map(({ name }: { name: string }) => name)).toEqual(["Made", "Deals"]);
    expect(await api(copy).get(`/analytics/reports/${body[0].id}`)).toMatchObject({ status: 200 });
  });

  it("are seen by all, and those that users make by them alone", async () => {
    const org = createOrg({ profiles: { Sales: {} }, reports: { Deals: deals } });
    const other = api(org, org.addUser({ profile: "Sales", username: "sales@example.com" }).accessToken);
    const made = { name: "Mine", reportType: OPPORTUNITY, detailColumns: ["AMOUNT"] };
    const { body } = await other.post("/analytics/reports", { reportMetadata: made });
    expect((await other.get("/analytics/reports")).body).toHaveLength(2);
    expect((await api(org).get("/analytics/reports")).body).toHaveLength(1);
    expect(await api(org).get(`/analytics/reports/${body.reportMetadata.id}`)).toMatchObject({ status: 404 });
  });

  it("are refused to users who do not see what they are about", async () => {
    const profiles = { Sales: { objects: { Opportunity: { read: false } } } };
    const org = createOrg({ profiles, reports: { Deals: deals } });
    const other = api(org, org.addUser({ profile: "Sales", username: "sales@example.com" }).accessToken);
    const [{ id }] = (await other.get("/analytics/reports")).body;
    const refused = { status: 403, body: [{ errorCode: "FORBIDDEN" }] };
    expect(await other.get(`/analytics/reports/${id}`)).toMatchObject(refused);
  });

  it("end their runs when they are saved, and forget them after a day", async () => {
    let now = NOW;
    const org = createOrg({ reports: { Deals: deals }, now: () => now });
    const rest = api(org);
    const [{ id }] = (await rest.get("/analytics/reports")).body;
    const instances = `/analytics/reports/${id}/instances`;
    const started = await rest.send("POST", instances);
    expect(started.body).toMatchObject({
      status: "New",
      requestDate: "2026-05-20T12:00:00Z",
      hasDetailRows: false,
    });
    await rest.patch(`/analytics/reports/${id}`, { reportMetadata: { description: "Other" } });
    expect((await rest.get(instances)).body).toEqual([]);
    await rest.send("POST", instances);
    now = new Date("2026-05-21T12:00:00Z");
    expect((await rest.get(instances)).body).toEqual([]);
  });

  it("tell of runs that fail", async () => {
    const { rest } = orgOf({ Deals: deals });
    const [{ id }] = (await rest.get("/analytics/reports")).body;
    const { body } = await rest.post(`/analytics/reports/${id}/instances`, {
      reportMetadata: { detailColumns: ["NOTHING"] },
    });
    const path = `/analytics/reports/${id}/instances/${body.id}`;
    expect((await rest.get(path)).body.attributes.status).toBe("Running");
    expect((await rest.get(path)).body.attributes).toMatchObject({
      status: "Error",
      completionDate: expect.any(String),
    });
    expect(await rest.delete(path)).toMatchObject({ status: 204 });
  });

  it("are shown by dashboards as far as they can be run", async () => {
    const org = createOrg({
      reports: { Deals: deals },
      dashboards: { Sales: { components: [{ report: "Deals" }] } },
    });
    const rest = api(org);
    const [{ id }] = (await rest.get("/analytics/dashboards")).body;
    for (const query of ["filter1=x", "runningUser=x"]) {
      expect(await rest.get(`/analytics/dashboards/${id}?${query}`)).toMatchObject({ status: 501 });
    }
    expect(await rest.post(`/analytics/dashboards/${id}`, { componentIds: "x" })).toMatchObject({
      status: 400,
    });
    expect(await rest.post("/analytics/dashboards", {})).toMatchObject({ status: 400 });
    const other = api(
      org,
      org.addUser({ profile: "System Administrator", username: "b@example.com" }).accessToken,
    );
    expect((await other.get("/analytics/dashboards")).body).toHaveLength(1);
  });
});
