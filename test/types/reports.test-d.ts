import type { Id, ReportGroup, ReportResult, ReportSums, ReportValue, ReportValues } from "orgtype";
import type { Client } from "orgtype/standard";
import { describe, expectTypeOf, it } from "vitest";

declare const sf: Client;
declare const reportId: Id<"Report">;
declare const dashboardId: Id<"Dashboard">;
declare const accountId: Id<"Account">;

type AnyValue = string | number | boolean | null;

describe("a report that is run", () => {
  it("has the columns, groups and sums that it was asked for", async () => {
    const result = await sf.reports.query(
      {
        reportType: { type: "Opportunity" },
        detailColumns: ["OPPORTUNITY_NAME", "AMOUNT"],
        aggregates: ["s!AMOUNT", "RowCount"],
        groupingsDown: [{ name: "STAGE_NAME" }],
      },
      { includeDetails: true },
    );
    const row = result.rows()[0]!;
    expectTypeOf(row.AMOUNT).toEqualTypeOf<ReportValue<AnyValue>>();
    expectTypeOf(row.STAGE_NAME.label).toEqualTypeOf<string>();
    expectTypeOf<keyof typeof row>().toEqualTypeOf<"OPPORTUNITY_NAME" | "AMOUNT" | "STAGE_NAME">();
    const [group] = result.groups();
    expectTypeOf(group!.aggregates["s!AMOUNT"].value).toEqualTypeOf<number | null>();
    expectTypeOf(group!.across).toEqualTypeOf<
      readonly ReportGroup<
        ReportValues<"OPPORTUNITY_NAME" | "AMOUNT" | "STAGE_NAME">,
        ReportSums<"s!AMOUNT" | "RowCount">
      >[]
    >();
    // @ts-expect-error it was not asked for
    row.AMUONT;
    // @ts-expect-error nor was this sum
    group!.aggregates["a!AMOUNT"];
  });

  it("counts rows where no sums are asked for", async () => {
    const result = await sf.reports.query({ reportType: { type: "AccountList" } });
    expectTypeOf(result.total().aggregates.RowCount.value).toEqualTypeOf<number | null>();
  });

  it("may have any columns where it is a saved one", async () => {
    const result = await sf.reports.run(reportId);
    expectTypeOf(result).toEqualTypeOf<ReportResult>();
    expectTypeOf(result.rows()[0]!.AMOUNT).toEqualTypeOf<ReportValue<AnyValue> | undefined>();
    expectTypeOf(result.total().aggregates.RowCount).toEqualTypeOf<ReportValue<number | null> | undefined>();
  });

  it("has the columns that are named, or changed", async () => {
    const named = await sf.reports.run<"AMOUNT", "s!AMOUNT">(reportId);
    expectTypeOf(named.rows()[0]!.AMOUNT).toEqualTypeOf<ReportValue<AnyValue>>();
    const changed = await sf.reports.runAsync(reportId, { metadata: { detailColumns: ["NAME"] }, pollMs: 1 });
    expectTypeOf<keyof ReturnType<typeof changed.rows>[number]>().toEqualTypeOf<"NAME">();
    const waited = await sf.reports.waitFor<"NAME">(reportId, "0LG000000000001AAA");
    expectTypeOf(waited.rows()[0]!.NAME).toEqualTypeOf<ReportValue<AnyValue>>();
  });

  it("goes to functions that take any report, or those with a column", async () => {
    const amounts = (result: ReportResult<ReportValues<"AMOUNT">>) =>
      result.rows().map((row) => row.AMOUNT.value);
    const labels = (result: ReportResult) => result.groups().map(({ label }) => label);
    const result = await sf.reports.query({
      reportType: { type: "Opportunity" },
      detailColumns: ["AMOUNT", "TYPE"],
      groupingsAcross: [{ name: "STAGE_NAME" }],
    });
    expectTypeOf(amounts(result)).toEqualTypeOf<AnyValue[]>();
    expectTypeOf(labels(result)).toEqualTypeOf<string[]>();
    const saved = await sf.reports.run(reportId);
    // @ts-expect-error it may not have the column
    amounts(saved);
  });

  it("tells whether an asynchronous run has ended", async () => {
    const { id } = await sf.reports.start(reportId);
    const { result } = await sf.reports.instance(reportId, id);
    // @ts-expect-error it may not have ended
    result.rows();
  });

  it("is not asked for by what cannot be", () => {
    // @ts-expect-error the id of something else
    sf.reports.run(accountId);
    // @ts-expect-error a dashboard is no report
    sf.reports.run(dashboardId);
    // @ts-expect-error misspelt
    sf.reports.run(reportId, { includeDetail: true });
    // @ts-expect-error misspelt
    sf.reports.run(reportId, { metadata: { detailColums: [] } });
    // @ts-expect-error no report type
    sf.reports.query({ detailColumns: ["NAME"] });
    // @ts-expect-error no name
    sf.reports.create({ reportType: { type: "Opportunity" } });
    const filter = { column: "NAME", value: "x" };
    // @ts-expect-error no such operator
    sf.reports.save(reportId, { reportFilters: [{ ...filter, operator: "like" }] });
    // @ts-expect-error no such order
    sf.reports.save(reportId, { groupingsDown: [{ name: "NAME", sortOrder: "up" }] });
  });
});

describe("a dashboard", () => {
  it("goes on with the ids that were answered", async () => {
    const [listed] = await sf.dashboards.list();
    const { components } = await sf.dashboards.refresh(listed!.id, { waitTimeout: 60_000 });
    await sf.reports.run(components[0]!.reportId!);
    expectTypeOf(components[0]!.result).toEqualTypeOf<ReportResult | undefined>();
    // @ts-expect-error the id of something else
    sf.dashboards.results(reportId);
    // @ts-expect-error a copy needs a folder
    sf.dashboards.clone(dashboardId, { name: "Copy" });
  });
});
