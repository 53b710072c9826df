import { createClient, isOrgtypeError } from "orgtype";
import { describe, expect, it } from "vitest";
import { fakeOrg, json } from "../../../support/fake-org.js";
import { optionsFor } from "../../../support/small-org.js";

const REPORT = "00O000000000001AAA";
const RUN = "0LG000000000001AAA";
const DASHBOARD = "01Z000000000001AAA";

const cell = (value: unknown, label = String(value)) => ({ value, label });
const group = (key: string, value: unknown, groupings: object[] = []) => ({ key, ...cell(value), groupings });

const tabular = {
  allData: true,
  hasDetailRows: true,
  factMap: { "T!T": { aggregates: [cell(1)], rows: [{ dataCells: [cell("x")] }] } },
  groupingsDown: null,
  groupingsAcross: null,
  reportExtendedMetadata: { aggregateColumnInfo: {}, detailColumnInfo: {}, groupingColumnInfo: {} },
  reportMetadata: {
    id: REPORT,
    name: "Report",
    reportFormat: "TABULAR",
    aggregates: ["RowCount"],
    detailColumns: ["NAME"],
    groupingsDown: [],
    groupingsAcross: [],
  },
};
const matrix = {
  ...tabular,
  groupingsDown: { groupings: [group("0", "a", [group("0_0", "b"), group("0_1", null)])] },
  groupingsAcross: { groupings: [group("0", 7, [group("0_0", { amount: 3, currency: "EUR" })])] },
  factMap: {
    "T!T": { aggregates: [cell({ amount: 10, currency: "EUR" }, "EUR 10.00")], rows: [] },
    "0_1!0_0": { aggregates: [cell(4)], rows: [{ dataCells: [cell("deep")] }] },
  },
  reportMetadata: {
    ...tabular.reportMetadata,
    reportFormat: "MATRIX",
    groupingsDown: [{ name: "A" }, { name: "B" }],
    groupingsAcross: [{ name: "C" }, { name: "D" }],
  },
};

type Answer = Parameters<typeof fakeOrg>[0];
function clientOf(answer: Answer = () => json(tabular)) {
  const org = fakeOrg(answer);
  const client = createClient({ ...optionsFor(org, { retry: { times: 0 } }), apiVersion: "66.0" });
  return { org, ...client, reports: client.reports, dashboards: client.dashboards };
}
const sentOf = ({ sent }: ReturnType<typeof fakeOrg>) =>
  sent.map(({ method, url, body }) => [method, url.pathname.replace(/.*v66\.0/, "") + url.search, body]);

describe("reports", () => {
  it("are asked for in Salesforce's words", async () => {
    const { org, reports } = clientOf(({ method, path }) =>
      path.endsWith("/reports") && method === "GET"
        ? json([])
        : json({ ...tabular, attributes: { status: "New" } }),
    );
    await reports.list();
    await reports.run(REPORT);
    await reports.run(REPORT, {
      includeDetails: true,
      metadata: { groupingsDown: [{ name: "TYPE" }], name: undefined },
    });
    await reports.query({
      reportType: { type: "Opportunity" },
      groupingsAcross: [{ name: "TYPE", sortOrder: "Desc" }],
    });
    await reports.start(REPORT);
    await reports.start(REPORT, { includeDetails: true, metadata: {} });
    await reports.instance(REPORT, RUN);
    await reports.describeType("CustomEntity$Invoice__c");
    await reports.clone(REPORT, { name: "Copy" });
    await reports.save(REPORT, { description: null });
    const grouping = { dateGranularity: "None", name: "TYPE", sortAggregate: null };
    expect(sentOf(org)).toEqual([
      ["GET", "/analytics/reports", undefined],
      ["GET", `/analytics/reports/${REPORT}?includeDetails=false`, undefined],
      [
        "POST",
        `/analytics/reports/${REPORT}?includeDetails=true`,
        { reportMetadata: { groupingsDown: [{ ...grouping, sortOrder: "Asc" }] } },
      ],
      [
        "POST",
        "/analytics/reports/query?includeDetails=false",
        {
          reportMetadata: {
            reportFormat: "MATRIX",
            reportType: { type: "Opportunity" },
            detailColumns: [],
            aggregates: ["RowCount"],
            reportFilters: [],
            reportBooleanFilter: null,
            sortBy: [],
            hasDetailRows: false,
            groupingsDown: [],
            groupingsAcross: [{ ...grouping, sortOrder: "Desc" }],
          },
        },
      ],
      ["POST", `/analytics/reports/${REPORT}/instances?includeDetails=false`, undefined],
      ["POST", `/analytics/reports/${REPORT}/instances?includeDetails=true`, { reportMetadata: {} }],
      ["GET", `/analytics/reports/${REPORT}/instances/${RUN}`, undefined],
      ["GET", "/analytics/reportTypes/CustomEntity%24Invoice__c", undefined],
      ["POST", `/analytics/reports?cloneId=${REPORT}`, { reportMetadata: { name: "Copy" } }],
      ["PATCH", `/analytics/reports/${REPORT}`, { reportMetadata: { description: null } }],
    ]);
  });

  it("are read at every depth, with amounts and cells that were left out", async () => {
    const { reports } = clientOf(() => json(matrix));
    const result = await reports.run(REPORT, { includeDetails: true });
    expect(result.total().aggregates.RowCount).toEqual({ value: 10, label: "EUR 10.00", currency: "EUR" });
    const [a] = result.groups();
    expect(a).toMatchObject({
      name: "A",
      key: "0",
      value: "a",
      aggregates: { RowCount: { value: null, label: "-" } },
    });
    expect(a?.groups.map(({ name, key, value }) => [name, key, value])).toEqual([
      ["B", "0_0", "b"],
      ["B", "0_1", null],
    ]);
    const [c] = a!.groups[1]!.across;
    expect(c?.groups[0]).toMatchObject({ name: "D", key: "0_0", value: 3, currency: "EUR" });
    expect(c?.groups[0]?.aggregates.RowCount?.value).toBe(4);
    const row = {
      NAME: { value: "deep" },
      A: { value: "a" },
      B: { value: null },
      C: { value: 7 },
      D: { value: 3 },
    };
    for (const rows of [result.rows(), a!.rows(), c!.rows(), c!.groups[0]!.rows()])
      expect(rows).toMatchObject([row]);
    expect(a!.groups[0]!.rows()).toEqual([]);
  });

  it("that are joined are there as they came", async () => {
    const joined = { ...tabular, reportMetadata: { ...tabular.reportMetadata, reportFormat: "MULTI_BLOCK" } };
    const { reports } = clientOf(() => json(joined));
    const result = await reports.run(REPORT, { includeDetails: true });
    expect(result.raw).toEqual(joined);
    for (const read of [result.rows, result.groups, result.total]) {
      expect(read).toThrow(expect.objectContaining({ name: "DecodeError", code: "decode.joined" }));
    }
  });

  it.each([
    {},
    null,
    [],
    { factMap: {} },
    { ...tabular, factMap: null },
    { ...tabular, reportMetadata: null },
  ])("are no answer such as %j", async (body) => {
    const { reports } = clientOf(() => json(body));
    await expect(reports.run(REPORT)).rejects.toMatchObject({ name: "DecodeError", code: "decode.report" });
    await expect(reports.instance(REPORT, RUN)).rejects.toMatchObject({ code: "decode.report" });
  });

  it("are run again after a lost answer, but started and made only once", async () => {
    const { org, ...sf } = (() => {
      const org = fakeOrg(() => json([{ errorCode: "SERVER_UNAVAILABLE", message: "busy" }], 503));
      const retry = { times: 1, firstDelayMs: 0, maxDelayMs: 0 };
      return { org, ...createClient({ ...optionsFor(org, { retry }), apiVersion: "66.0" }) };
    })();
    const metadata = { reportType: { type: "Opportunity" } };
    const calls = [
      [2, () => sf.reports.run(REPORT, { metadata: {} })],
      [2, () => sf.reports.query(metadata)],
      [1, () => sf.reports.start(REPORT)],
      [1, () => sf.reports.create({ ...metadata, name: "New" })],
      [2, () => sf.dashboards.components(DASHBOARD, [])],
    ] as const;
    for (const [times, call] of calls) {
      org.sent.length = 0;
      await expect(call()).rejects.toMatchObject({ code: "SERVER_UNAVAILABLE" });
      expect(org.sent).toHaveLength(times);
    }
  });
});

describe("asynchronous runs of reports", () => {
  const answering = (...statuses: string[]) => {
    let looks = 0;
    return clientOf(({ method }) => {
      if (method === "POST") return json({ id: RUN, status: "New" });
      const status = statuses[Math.min(looks++, statuses.length - 1)];
      return json({ ...(status === "Success" && tabular), attributes: { id: RUN, status } });
    });
  };

  it("are waited for", async () => {
    const { org, reports } = answering("New", "Running", "Success");
    const result = await reports.runAsync(REPORT, { includeDetails: true, pollMs: 0 });
    expect(result.rows()).toEqual([{ NAME: { value: "x", label: "x" } }]);
    expect(org.sent).toHaveLength(4);
  });

  it("that fail are errors of Salesforce", async () => {
    const failure = await answering("Running", "Error")
      .reports.runAsync(REPORT, { pollMs: 0 })
      .catch((e) => e);
    expect(isOrgtypeError(failure, "ApiError")).toBe(true);
    expect(failure).toMatchObject({ code: "REPORT_FAILED", request: `report instance ${RUN}` });
  });

  it("end with their time, or the caller's patience", async () => {
    const { reports } = answering("Running");
    await expect(reports.waitFor(REPORT, RUN, { pollMs: 0, waitTimeout: 20 })).rejects.toMatchObject({
      name: "TimeoutError",
      afterMs: 20,
      hint: expect.stringContaining("waitTimeout"),
    });
    const controller = new AbortController();
    const waiting = reports.waitFor(REPORT, RUN, { signal: controller.signal, pollMs: 60_000 });
    controller.abort(new Error("enough"));
    await expect(waiting).rejects.toThrow("enough");
  });
});

describe("dashboards", () => {
  it("are asked for with filters, and waited for", async () => {
    let looks = 0;
    const result = { componentData: [], dashboardMetadata: { id: DASHBOARD, name: "Sales", components: [] } };
    const { org, dashboards } = clientOf(({ method, path }) => {
      if (method === "PUT") return json({ statusUrl: "/status" });
      if (!path.endsWith("/status")) return json(result);
      const refreshStatus = looks++ === 0 ? "RUNNING" : "IDLE";
      return json({ componentStatus: [{ componentId: "01a", refreshDate: null, refreshStatus }] });
    });
    const view = { runningUser: "005000000000001AAA", filters: [undefined, "0IC000000000001AAA"] };
    expect(await dashboards.refresh(DASHBOARD, { ...view, pollMs: 0 })).toEqual({
      id: DASHBOARD,
      name: "Sales",
      components: [],
      raw: result,
    });
    const query = "?runningUser=005000000000001AAA&filter2=0IC000000000001AAA";
    expect(sentOf(org).map(([method, path]) => `${method} ${path}`)).toEqual([
      `PUT /analytics/dashboards/${DASHBOARD}${query}`,
      `GET /analytics/dashboards/${DASHBOARD}/status${query}`,
      `GET /analytics/dashboards/${DASHBOARD}/status${query}`,
      `GET /analytics/dashboards/${DASHBOARD}${query}`,
    ]);
  });

  it("tell why a component has no data", async () => {
    const status = {
      dataStatus: "ERROR",
      refreshStatus: "IDLE",
      refreshDate: null,
      errorCode: "FORBIDDEN",
      errorMessage: "No.",
      errorSeverity: "Error",
    };
    const { dashboards } = clientOf(() =>
      json({
        componentData: [{ componentId: "01a000000000001AAA", reportResult: null, status }],
        dashboardMetadata: { id: DASHBOARD, name: "Sales", components: [] },
      }),
    );
    const { components } = await dashboards.results(DASHBOARD);
    expect(components).toMatchObject([
      { errorCode: "FORBIDDEN", errorMessage: "No.", result: undefined, reportId: null },
    ]);
  });

  it("are no answer without components", async () => {
    const { dashboards } = clientOf(() => json({}));
    await expect(dashboards.results(DASHBOARD)).rejects.toMatchObject({ code: "decode.dashboard" });
  });
});

describe("what cannot be asked of reports and dashboards", () => {
  const { org, reports, dashboards } = clientOf();
  const any = <T>(value: unknown) => value as T;
  const opportunity = { type: "Opportunity" };

  it.each<[named: string, call: () => Promise<unknown>]>([
    ["`id` is no id", () => reports.run("x")],
    ["`id` is a value of type object", () => reports.describe(any({}))],
    ["`id` is the id of something else than a report", () => reports.run(DASHBOARD)],
    ["`id` is the id of something else than a dashboard", () => dashboards.results(REPORT)],
    ["`instanceId` is the id of something else", () => reports.waitFor(REPORT, REPORT)],
    ["`options.includeDetails` is 1", () => reports.run(REPORT, { includeDetails: any(1) })],
    ["`options.metadata` is null", () => reports.run(REPORT, { metadata: any<never>(null) })],
    ["`metadata` is a list", () => reports.save(REPORT, any([]))],
    ["`metadata.reportType.type` is a value of type undefined", () => reports.query(any<never>({}))],
    ["`metadata.name` is a value of type undefined", () => reports.create(any({ reportType: opportunity }))],
    ["`metadata.name` is empty", () => reports.clone(REPORT, { name: "" })],
    [
      "`metadata.detailColumns` is a value of type string",
      () => reports.save(REPORT, { detailColumns: any("NAME") }),
    ],
    ["`metadata.detailColumns[1]` is 1", () => reports.save(REPORT, { detailColumns: any(["NAME", 1]) })],
    [
      "`metadata.groupingsDown[0].name` is a value",
      () => reports.save(REPORT, { groupingsDown: any(["NAME"]) }),
    ],
    [
      "`metadata.reportFilters[0].column` is empty",
      () => reports.save(REPORT, { reportFilters: any([{ column: "" }]) }),
    ],
    ["`type` is empty", () => reports.describeType("")],
    ["`pollMs` is -1", () => reports.runAsync(REPORT, { pollMs: -1 })],
    ["`waitTimeout` is 0", () => dashboards.refresh(DASHBOARD, { waitTimeout: 0 })],
    [
      "`options.filters` is a list of 4",
      () => dashboards.results(DASHBOARD, { filters: ["a", "b", "c", "d"] }),
    ],
    [
      "`options.filters` is a value of type string",
      () => dashboards.status(DASHBOARD, { filters: any("a") }),
    ],
    ["`options.filters[0]` is empty", () => dashboards.startRefresh(DASHBOARD, { filters: [""] })],
    ["`options.runningUser` is 5", () => dashboards.results(DASHBOARD, { runningUser: any(5) })],
    ["`componentIds` is a value of type string", () => dashboards.components(DASHBOARD, any("01a"))],
    ["`args.folderId` is a value of type undefined", () => dashboards.clone(DASHBOARD, any(undefined))],
    ["`args.name` is empty", () => dashboards.clone(DASHBOARD, { folderId: "00l", name: "" })],
  ])("%s", async (named, call) => {
    const failure = await call().catch((error: unknown) => error);
    expect(isOrgtypeError(failure, "SettingsError")).toBe(true);
    expect((failure as Error).message).toContain(named);
    expect(org.sent).toEqual([]);
  });
});
