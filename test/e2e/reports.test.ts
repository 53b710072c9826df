import { clientCredentials, custom } from "orgtype";
import { createOrg, type Listening, type Org, type ReportDefinitions } from "orgtype/mock";
import { type Client, connect } from "orgtype/standard";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const NOW = new Date("2026-05-20T12:00:00Z");

const reports: ReportDefinitions = {
  Deals: {
    name: "All deals",
    description: "Every deal there is.",
    reportType: "Opportunity",
    detailColumns: ["OPPORTUNITY_NAME", "ACCOUNT_NAME", "AMOUNT", "CLOSE_DATE", "PROBABILITY", "CLOSED"],
    aggregates: ["s!AMOUNT", "RowCount"],
    sortBy: [{ sortColumn: "AMOUNT", sortOrder: "Desc" }],
  },
  Pipeline: {
    reportType: "Opportunity",
    detailColumns: ["OPPORTUNITY_NAME", "AMOUNT"],
    aggregates: ["s!AMOUNT", "a!AMOUNT", "m!AMOUNT", "mx!AMOUNT", "u!ACCOUNT_NAME", "RowCount"],
    groupingsDown: [{ name: "STAGE_NAME" }, { name: "ACCOUNT_NAME", sortOrder: "Desc" }],
  },
  Calendar: {
    reportType: "Opportunity",
    detailColumns: ["OPPORTUNITY_NAME"],
    aggregates: ["s!AMOUNT", "RowCount"],
    groupingsDown: [{ name: "STAGE_NAME" }],
    groupingsAcross: [{ name: "CLOSE_DATE", dateGranularity: "Month" }],
  },
};

/** Reports over a real socket. */
describe("the client", () => {
  let org: Org;
  let server: Listening;
  let sf: Client;
  let userId: string;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    org = createOrg({ reports, now: () => NOW });
    const [acme, bolt] = org.seed({ Account: [{ Name: "Acme" }, { Name: "Bolt" }] }).Account!;
    org.seed({
      Opportunity: [
        { Name: "Rockets", AccountId: acme, StageName: "Prospecting", CloseDate: "2026-05-31", Amount: 5000 },
        {
          Name: "Anvils",
          AccountId: acme,
          StageName: "Prospecting",
          CloseDate: "2026-06-15",
          Amount: 1000.5,
        },
        { Name: "Screws", AccountId: bolt, StageName: "Prospecting", CloseDate: "2026-06-30", Amount: 250 },
        { Name: "Bolts", AccountId: bolt, StageName: "Closed Won", CloseDate: "2026-05-01", Amount: 12_000 },
        { Name: "Nothing", StageName: "Closed Won", CloseDate: "2026-04-01" },
      ],
    });
    userId = String(org.records("User")[0]?.Id);
    server = await org.listen();
    sf = await connect({ environment: custom(server.url), auth: clientCredentials(org.credentials) });
    for (const { id, name } of await sf.reports.list()) ids[name] = id;
  });
  afterAll(() => server.close());

  it("lists and describes them", async () => {
    expect(await sf.reports.list()).toEqual([
      { id: ids.Calendar, name: "Calendar" },
      { id: ids.Pipeline, name: "Pipeline" },
      { id: ids["All deals"], name: "All deals" },
    ]);
    const { reportMetadata, reportExtendedMetadata, reportTypeMetadata } = await sf.reports.describe(
      ids["All deals"]!,
    );
    expect(reportMetadata).toMatchObject({
      id: ids["All deals"],
      developerName: "Deals",
      description: "Every deal there is.",
      reportFormat: "TABULAR",
      reportType: { type: "Opportunity", label: "Opportunities" },
    });
    expect(reportExtendedMetadata.detailColumnInfo.AMOUNT).toMatchObject({
      label: "Amount",
      dataType: "currency",
      entityColumnName: "Opportunity.Amount",
    });
    expect(reportTypeMetadata.dataTypeFilterOperatorMap.boolean?.map(({ name }) => name)).toEqual([
      "equals",
      "notEqual",
    ]);
  });

  it("lists and describes what reports can be about", async () => {
    const types = (await sf.reports.types()).flatMap(({ reportTypes }) => reportTypes);
    expect(types).toContainEqual({ type: "AccountList", label: "Accounts" });
    expect(types).toContainEqual({ type: "CustomEntity$Invoice__c", label: "Invoices" });
    const { reportTypeMetadata } = await sf.reports.describeType("CustomEntity$Invoice__c");
    const { columns } = reportTypeMetadata.categories[0]!;
    expect(columns.CUST_NAME).toMatchObject({ dataType: "string", entityColumnName: "Invoice__c.Name" });
    expect(Object.keys(columns)).toContain("Invoice__c.Status__c");
  });

  it("reads a tabular report as rows", async () => {
    const result = await sf.reports.run(ids["All deals"]!, { includeDetails: true });
    const rows = result.rows();
    expect(rows.map(({ OPPORTUNITY_NAME }) => OPPORTUNITY_NAME?.label)).toEqual([
      "Bolts",
      "Rockets",
      "Anvils",
      "Screws",
      "Nothing",
    ]);
    expect(rows[0]).toEqual({
      OPPORTUNITY_NAME: { value: expect.stringMatching(/^006/), label: "Bolts" },
      ACCOUNT_NAME: { value: expect.stringMatching(/^001/), label: "Bolt" },
      AMOUNT: { value: 12_000, label: "$12,000.00", currency: null },
      CLOSE_DATE: { value: "2026-05-01", label: "5/1/2026" },
      PROBABILITY: { value: 100, label: "100%" },
      CLOSED: { value: true, label: "true" },
    });
    expect(rows.at(-1)?.ACCOUNT_NAME).toEqual({ value: null, label: "-" });
    expect(result.total().aggregates).toEqual({
      "s!AMOUNT": { value: 18_250.5, label: "$18,250.50" },
      RowCount: { value: 5, label: "5" },
    });
    expect(result.columns[2]).toEqual({ name: "AMOUNT", label: "Amount", dataType: "currency" });
    expect(result.aggregates[0]).toEqual({ name: "s!AMOUNT", label: "Sum of Amount", dataType: "currency" });
    expect(result).toMatchObject({ allData: true, hasDetailRows: true, raw: { factMap: {} } });
    expect(result.groups()).toEqual([]);
  });

  it("reads a summary report as groups, with the rows of each", async () => {
    const result = await sf.reports.run(ids.Pipeline!, { includeDetails: true });
    const [prospecting, won] = result.groups();
    expect(result.groups()).toHaveLength(2);
    // In the order of the picklist.
    expect(prospecting).toMatchObject({
      name: "STAGE_NAME",
      key: "0",
      value: "Prospecting",
      label: "Prospecting",
    });
    expect(prospecting?.aggregates).toEqual({
      "s!AMOUNT": { value: 6250.5, label: "$6,250.50" },
      "a!AMOUNT": { value: 2083.5, label: "$2,083.50" },
      "m!AMOUNT": { value: 250, label: "$250.00" },
      "mx!AMOUNT": { value: 5000, label: "$5,000.00" },
      "u!ACCOUNT_NAME": { value: 2, label: "2" },
      RowCount: { value: 3, label: "3" },
    });
    expect(prospecting?.groups.map(({ key, label }) => [key, label])).toEqual([
      ["0_0", "Bolt"],
      ["0_1", "Acme"],
    ]);
    const acme = prospecting?.groups[1];
    expect(acme?.rows()).toEqual([
      {
        STAGE_NAME: { value: "Prospecting", label: "Prospecting" },
        ACCOUNT_NAME: { value: expect.stringMatching(/^001/), label: "Acme" },
        OPPORTUNITY_NAME: { value: expect.stringMatching(/^006/), label: "Rockets" },
        AMOUNT: { value: 5000, label: "$5,000.00", currency: null },
      },
      expect.objectContaining({ OPPORTUNITY_NAME: { value: expect.any(String), label: "Anvils" } }),
    ]);
    expect(prospecting?.rows()).toHaveLength(3);
    // Those without an account come last, as they are sorted downwards.
    expect(won?.groups.map(({ value, label }) => ({ isEmpty: value === null, label }))).toEqual([
      { isEmpty: false, label: "Bolt" },
      { isEmpty: true, label: "-" },
    ]);
    expect(won?.groups[1]?.aggregates["a!AMOUNT"]).toEqual({ value: null, label: "-" });
    expect(result.rows()).toHaveLength(5);
    expect(result.total().aggregates.RowCount?.value).toBe(5);
  });

  it("reads a matrix in both directions", async () => {
    const result = await sf.reports.run(ids.Calendar!, { includeDetails: true });
    const months = ["April 2026", "May 2026", "June 2026"];
    expect(result.total().across.map(({ label }) => label)).toEqual(months);
    expect(result.total().across.map(({ aggregates }) => aggregates["s!AMOUNT"]?.value)).toEqual([
      0, 17_000, 1250.5,
    ]);
    const [prospecting] = result.groups();
    expect(
      prospecting?.across.map(({ key, value, aggregates }) => [key, value, aggregates.RowCount?.value]),
    ).toEqual([
      ["0", "2026-04-01", 0],
      ["1", "2026-05-01", 1],
      ["2", "2026-06-01", 2],
    ]);
    expect(
      prospecting?.across[2]
        ?.rows()
        .map(({ OPPORTUNITY_NAME, CLOSE_DATE }) => [OPPORTUNITY_NAME?.label, CLOSE_DATE?.label]),
    ).toEqual([
      ["Anvils", "June 2026"],
      ["Screws", "June 2026"],
    ]);
    expect(result.rows()).toHaveLength(5);
  });

  it("runs a saved report with other filters, for once", async () => {
    const result = await sf.reports.run(ids["All deals"]!, {
      includeDetails: true,
      metadata: {
        detailColumns: ["OPPORTUNITY_NAME"],
        sortBy: [],
        reportFilters: [
          { column: "STAGE_NAME", operator: "equals", value: "Closed Won" },
          { column: "AMOUNT", operator: "greaterOrEqual", value: "1,000.50" },
          { column: "ACCOUNT_NAME", operator: "equals", value: "Acme" },
        ],
        reportBooleanFilter: "(1 OR 3) AND 2",
      },
    });
    expect(result.rows().map(({ OPPORTUNITY_NAME }) => OPPORTUNITY_NAME.label)).toEqual([
      "Rockets",
      "Anvils",
      "Bolts",
    ]);
    const again = await sf.reports.run(ids["All deals"]!);
    expect(again.total().aggregates.RowCount?.value).toBe(5);
  });

  it("runs a report that is not saved", async () => {
    const result = await sf.reports.query(
      {
        reportType: { type: "AccountList" },
        detailColumns: ["ACCOUNT.NAME"],
        groupingsDown: [{ name: "Account.Name", sortOrder: "Desc" }],
        reportFilters: [{ column: "ACCOUNT.NAME", operator: "startsWith", value: "a,b" }],
      },
      { includeDetails: true },
    );
    expect(result.groups().map(({ label, aggregates }) => [label, aggregates.RowCount.value])).toEqual([
      ["Bolt", 1],
      ["Acme", 1],
    ]);
    expect(result.raw.reportMetadata).toMatchObject({ id: null, reportFormat: "SUMMARY" });
    const { total } = await sf.reports.query({
      reportType: { type: "AccountList" },
      aggregates: ["u!ACCOUNT.NAME"],
    });
    expect(total().aggregates["u!ACCOUNT.NAME"].value).toBe(2);
  });

  it("says how to get rows that were not asked for", async () => {
    const result = await sf.reports.run(ids.Pipeline!);
    expect(result.hasDetailRows).toBe(false);
    expect(() => result.rows()).toThrow(
      expect.objectContaining({ code: "settings.report", hint: expect.stringContaining("includeDetails") }),
    );
  });

  it("waits for asynchronous runs", async () => {
    const id = ids.Pipeline!;
    const waited = await sf.reports.runAsync(id, { includeDetails: true, pollMs: 1 });
    expect(waited.rows()).toHaveLength(5);
    const started = await sf.reports.start(id, {
      metadata: { reportFilters: [{ column: "STAGE_NAME", operator: "equals", value: "Closed Won" }] },
    });
    expect(started).toMatchObject({ status: "New", completionDate: null, ownerId: userId });
    await expect(sf.reports.deleteInstance(id, started.id)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    expect(await sf.reports.instance(id, started.id)).toMatchObject({ status: "Running", result: undefined });
    const result = await sf.reports.waitFor(id, started.id, { pollMs: 1 });
    expect(result.total().aggregates.RowCount?.value).toBe(2);
    expect(await sf.reports.instance(id, started.id)).toMatchObject({
      status: "Success",
      reportName: "Pipeline",
      completionDate: "2026-05-20T12:00:00Z",
    });
    const listed = await sf.reports.instances(id);
    expect(listed.map(({ id, status }) => [id === started.id, status])).toEqual([
      [true, "Success"],
      [false, "Success"],
    ]);
    await sf.reports.deleteInstance(id, started.id);
    expect(await sf.reports.instances(id)).toHaveLength(1);
    await expect(sf.reports.instance(id, started.id)).rejects.toMatchObject({ name: "NotFoundError" });
  });

  it("makes, changes, copies and deletes reports, which queries see", async () => {
    const { reportMetadata } = await sf.reports.create({
      name: "Open deals",
      reportType: { type: "Opportunity" },
      detailColumns: ["OPPORTUNITY_NAME"],
      groupingsDown: [{ name: "STAGE_NAME" }],
    });
    const id = reportMetadata.id!;
    expect(reportMetadata).toMatchObject({
      reportFormat: "SUMMARY",
      developerName: "Open_deals",
      folderId: userId,
    });
    const saved = await sf.reports.save(id, { name: "Deals that are open", description: "Ours" });
    expect(saved.reportMetadata).toMatchObject({
      id,
      name: "Deals that are open",
      groupingsDown: [{ name: "STAGE_NAME" }],
    });
    const copy = await sf.reports.clone(id, { name: "Copy", groupingsDown: [], reportFormat: "TABULAR" });
    expect(copy.reportMetadata).toMatchObject({
      name: "Copy",
      reportFormat: "TABULAR",
      detailColumns: ["OPPORTUNITY_NAME"],
    });
    const found = () =>
      sf
        .query(
          "SELECT Name, Format, FolderName, DeveloperName FROM Report WHERE OwnerId = :me ORDER BY Name",
          { me: userId },
        )
        .all();
    expect(await found()).toMatchObject([
      { Name: "Copy", Format: "Tabular", FolderName: "Private Reports", DeveloperName: "Copy" },
      { Name: "Deals that are open", Format: "Summary", DeveloperName: "Open_deals" },
    ]);
    await sf.reports.delete(id);
    await sf.reports.delete(copy.reportMetadata.id!);
    expect(await found()).toEqual([]);
    await expect(sf.reports.run(id)).rejects.toMatchObject({ name: "NotFoundError", status: 404 });
  });
});
