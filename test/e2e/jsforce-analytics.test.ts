import { Connection } from "@jsforce/jsforce-node";
import { createOrg, type Listening, type Org } from "orgtype/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** Reports and dashboards by another client. */
describe("jsforce", () => {
  let org: Org;
  let server: Listening;
  let conn: Connection;

  beforeAll(async () => {
    org = createOrg({
      reports: {
        Cases: {
          reportType: "Case",
          detailColumns: ["SUBJECT", "STATUS"],
          groupingsDown: [{ name: "PRIORITY" }],
          aggregates: ["RowCount"],
        },
      },
      dashboards: { Support: { components: [{ report: "Cases" }] } },
    });
    org.seed({
      Case: [
        { Subject: "Broken", Status: "New", Priority: "High" },
        { Subject: "Lost", Status: "Working", Priority: "Low" },
        { Subject: "Late", Status: "New", Priority: "High" },
      ],
    });
    server = await org.listen();
    conn = new Connection({
      instanceUrl: server.url,
      accessToken: org.credentials.accessToken,
      version: "66.0",
    });
  });
  afterAll(() => server.close());

  const reportId = async () => (await conn.analytics.reports())[0]!.id;

  it("lists, describes and runs reports", async () => {
    const [listed] = await conn.analytics.reports();
    expect(listed).toMatchObject({
      name: "Cases",
      url: `/services/data/v66.0/analytics/reports/${listed?.id}`,
    });
    const report = conn.analytics.report(await reportId());
    expect((await report.describe()).reportMetadata.reportFormat).toBe("SUMMARY");
    const { factMap, groupingsDown, hasDetailRows } = await report.execute({ details: true });
    expect(groupingsDown?.groupings.map(({ key, label }) => [key, label])).toEqual([
      ["0", "High"],
      ["1", "Low"],
    ]);
    expect(factMap["0!T"]?.rows?.map(({ dataCells }) => dataCells[0]?.label)).toEqual(["Broken", "Late"]);
    expect(factMap["T!T"]).toEqual({ aggregates: [{ label: "3", value: 3 }], rows: [] });
    expect(hasDetailRows).toBe(true);
  });

  it("runs reports with other filters", async () => {
    const metadata = {
      reportMetadata: { reportFilters: [{ column: "STATUS", operator: "equals", value: "New" }] },
    };
    const { factMap } = await conn.analytics.report(await reportId()).execute({
      // What it says of metadata is the whole of it.
      metadata: metadata as never,
    });
    expect(factMap["T!T"]).toEqual({ aggregates: [{ label: "2", value: 2 }] });
  });

  it("runs reports asynchronously", async () => {
    const report = conn.analytics.report(await reportId());
    const { id, status } = await report.executeAsync({ details: true });
    expect(status).toBe("New");
    const statuses: string[] = [];
    for (let look = 0; look < 3; look++) {
      const { attributes, factMap } = await report.instance(id).retrieve();
      statuses.push(attributes.status);
      if (attributes.status === "Success") expect(factMap["1!T"]?.rows).toHaveLength(1);
    }
    expect(statuses).toEqual(["Running", "Success", "Success"]);
    expect(await report.instances()).toMatchObject([{ id, status: "Success", hasDetailRows: true }]);
  });

  it("copies and deletes reports", async () => {
    const { reportMetadata } = await conn.analytics.report(await reportId()).clone("Copy");
    expect(reportMetadata).toMatchObject({ name: "Copy", detailColumns: ["SUBJECT", "STATUS"] });
    await conn.analytics.report(reportMetadata.id).destroy();
    expect(await conn.analytics.reports()).toHaveLength(1);
  });

  it("refreshes and reads dashboards", async () => {
    const [listed] = await conn.analytics.dashboards();
    const dashboard = conn.analytics.dashboard(listed!.id);
    expect((await dashboard.describe()).components).toHaveLength(1);
    const { statusUrl } = await dashboard.refresh();
    expect(statusUrl).toBe(listed?.statusUrl);
    await dashboard.status();
    const { componentStatus } = await dashboard.status();
    expect(componentStatus).toMatchObject([{ refreshStatus: "IDLE" }]);
    const { componentData } = await dashboard.components(componentStatus[0]!.componentId);
    expect(componentData[0]?.reportResult.factMap["T!T"]?.aggregates).toEqual([{ label: "3", value: 3 }]);
    expect(await dashboard.clone("Copy", org.records("User")[0]?.Id as string)).toMatchObject({
      name: "Copy",
    });
    await dashboard.destroy();
    expect((await conn.analytics.dashboards()).map(({ name }) => name)).toEqual(["Copy"]);
  });
});
