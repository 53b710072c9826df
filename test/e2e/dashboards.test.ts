import { clientCredentials, custom } from "orgtype";
import { createOrg, type Listening, type Org } from "orgtype/mock";
import { type Client, connect } from "orgtype/standard";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** Dashboards over a real socket. */
describe("the client", () => {
  let org: Org;
  let server: Listening;
  let sf: Client;
  let userId: string;
  let id: string;
  let reportId: string;

  beforeAll(async () => {
    org = createOrg({
      reports: {
        Accounts: {
          reportType: "Account",
          detailColumns: ["ACCOUNT.NAME"],
          groupingsDown: [{ name: "INDUSTRY" }],
        },
      },
      dashboards: {
        Sales: {
          title: "Sales today",
          description: "What we look at.",
          components: [
            { report: "Accounts", title: "Accounts by industry", visualizationType: "Bar" },
            { report: "Accounts", header: "All", footer: "Live", visualizationType: "Metric" },
          ],
        },
      },
    });
    org.seed({ Account: [{ Name: "Acme", Industry: "Banking" }, { Name: "Bolt" }] });
    userId = String(org.records("User")[0]?.Id);
    server = await org.listen();
    sf = await connect({ environment: custom(server.url), auth: clientCredentials(org.credentials) });
    id = (await sf.dashboards.list())[0]!.id;
    reportId = (await sf.reports.list())[0]!.id;
  });
  afterAll(() => server.close());

  it("lists and describes them", async () => {
    expect(await sf.dashboards.list()).toEqual([{ id, name: "Sales today" }]);
    const described = await sf.dashboards.describe(id);
    expect(described).toMatchObject({
      id,
      name: "Sales today",
      developerName: "Sales",
      description: "What we look at.",
      runningUser: { id: userId, displayName: "Embedded User" },
      filters: [],
    });
    expect(described.components.map(({ title, header, reportId: of }) => [title, header, of])).toEqual([
      ["Accounts by industry", null, reportId],
      [null, "All", reportId],
    ]);
    const [found] = await sf.query("SELECT Title, FolderName FROM Dashboard").all();
    expect(found).toMatchObject({ Title: "Sales today", FolderName: "Public Dashboards" });
  });

  it("shows what the last refresh gave", async () => {
    const before = await sf.dashboards.results(id);
    expect(before.components.map(({ dataStatus, result }) => [dataStatus, result])).toEqual([
      ["NODATA", undefined],
      ["NODATA", undefined],
    ]);
    const { components } = await sf.dashboards.refresh(id, { pollMs: 1 });
    const [bar, metric] = components;
    expect(bar).toMatchObject({ title: "Accounts by industry", dataStatus: "DATA", refreshStatus: "IDLE" });
    expect(bar?.result?.groups().map(({ label, aggregates }) => [label, aggregates.RowCount?.value])).toEqual(
      [
        ["-", 1],
        ["Banking", 1],
      ],
    );
    expect(metric?.result?.total().aggregates.RowCount?.value).toBe(2);
    org.seed({ Account: [{ Name: "Cogs" }] });
    const [, still] = (await sf.dashboards.results(id)).components;
    expect(still?.result?.total().aggregates.RowCount?.value).toBe(2);
  });

  it("tells how far a refresh is", async () => {
    await sf.dashboards.startRefresh(id);
    const [running] = await sf.dashboards.status(id);
    expect(running?.refreshStatus).toBe("RUNNING");
    const [idle] = await sf.dashboards.status(id);
    expect(idle).toMatchObject({ refreshStatus: "IDLE", refreshDate: expect.any(String) });
    const { components, raw } = await sf.dashboards.components(id, [idle!.componentId]);
    expect(components).toHaveLength(1);
    expect(components[0]?.result?.total().aggregates.RowCount?.value).toBe(3);
    expect(raw.dashboardMetadata.components).toHaveLength(2);
    await expect(sf.dashboards.components(id, ["01a000000000001AAA"])).rejects.toMatchObject({ status: 400 });
  });

  it("copies and deletes them, and keeps reports that are shown", async () => {
    const copy = await sf.dashboards.clone(id, { folderId: userId, name: "Mine" });
    expect(copy).toMatchObject({ name: "Mine", folderId: userId, developerName: "Mine" });
    expect((await sf.dashboards.list()).map(({ name }) => name).sort()).toEqual(["Mine", "Sales today"]);
    await expect(sf.reports.delete(reportId)).rejects.toMatchObject({ name: "ForbiddenError" });
    await sf.dashboards.delete(copy.id);
    await sf.dashboards.delete(id);
    await sf.reports.delete(reportId);
    await expect(sf.dashboards.results(id)).rejects.toMatchObject({ name: "NotFoundError" });
    expect(await sf.dashboards.list()).toEqual([]);
  });
});
