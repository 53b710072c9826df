import type { Client } from "orgtype/standard";
import { describe, expectTypeOf, it } from "vitest";

declare const sf: Client;

describe("an aggregate", () => {
  it("over all records is one row of its aggregates", async () => {
    const row = await sf.Opportunity.aggregate({
      select: {
        n: { count: true },
        stages: { countDistinct: "StageName" },
        total: { sum: "Amount" },
        mean: { avg: "Probability" },
        first: { min: "CloseDate" },
        name: { max: "Name" },
      },
      where: { IsClosed: false },
    }).first();
    expectTypeOf(row!.n).toEqualTypeOf<number>();
    expectTypeOf(row!.stages).toEqualTypeOf<number>();
    expectTypeOf(row!.total).toEqualTypeOf<number | null>();
    expectTypeOf(row!.mean).toEqualTypeOf<number | null>();
    expectTypeOf(row!.name).toEqualTypeOf<string | null>();
    // @ts-expect-error not there
    void row!.Name;
  });

  it("in groups has what was grouped by", async () => {
    const rows = await sf.Opportunity.aggregate({
      groupBy: {
        IsClosed: true,
        Account: { Industry: true, Owner: { Name: true } },
        year: { calendarYear: "CloseDate" },
        day: { dayOnly: "CreatedDate" },
      },
      select: { n: { count: true } },
      having: { n: { gt: 1 } },
      orderBy: [{ n: "desc" }, { Account: { Industry: "asc" } }, { year: "asc" }],
      limit: 10,
    }).all();
    const row = rows[0]!;
    expectTypeOf(row.IsClosed).toEqualTypeOf<boolean>();
    expectTypeOf(row.Account.Owner.Name).toEqualTypeOf<string | null>();
    expectTypeOf(row.year).toEqualTypeOf<number | null>();
    expectTypeOf(row.day).toEqualTypeOf<string | null>();
    expectTypeOf(row.n).toEqualTypeOf<number>();
  });

  it("with subtotals may have groups that are empty", async () => {
    const row = await sf.Opportunity.aggregate({
      groupBy: { StageName: true, IsWon: true },
      subtotals: "rollup",
      select: { n: { count: "Id" }, all: { grouping: "StageName" } },
    }).first();
    expectTypeOf(row!.IsWon).toEqualTypeOf<boolean | null>();
    expectTypeOf(row!.all).toEqualTypeOf<0 | 1>();
  });

  it("by every combination, and in no other way", () => {
    sf.Opportunity.aggregate({
      groupBy: { StageName: true, Type: true },
      subtotals: "cube",
      select: { n: { count: true } },
    });
    sf.Opportunity.aggregate({
      groupBy: { StageName: true },
      // @ts-expect-error no such way
      subtotals: "pivot",
      select: { n: { count: true } },
    });
  });

  it("in groups by a polymorphic parent has what every target has", async () => {
    const row = await sf.Case.aggregate({
      groupBy: { Owner: { Name: true, Type: true }, Status: true },
      select: { n: { count: true } },
      orderBy: { Owner: { Name: "asc" } },
    }).first();
    expectTypeOf(row!.Owner).toEqualTypeOf<{ Name: string | null; Type: string | null }>();
    sf.Case.aggregate({
      // @ts-expect-error no field of every target
      groupBy: { Owner: { Amount: true } },
      select: { n: { count: true } },
    });
  });

  it("refuses fields that cannot be aggregated", () => {
    // @ts-expect-error long text has no greatest
    sf.Opportunity.aggregate({ select: { most: { max: "Description" } } });
    // @ts-expect-error long text has no least
    sf.Opportunity.aggregate({ select: { least: { min: "Description" } } });
    // @ts-expect-error booleans cannot be counted
    sf.Opportunity.aggregate({ select: { n: { count: "IsClosed" } } });
    // @ts-expect-error nor counted by value
    sf.Opportunity.aggregate({ select: { n: { countDistinct: "IsClosed" }, m: { count: true } } });
  });

  it("refuses what makes no sense", () => {
    // @ts-expect-error text cannot be summed
    sf.Opportunity.aggregate({ select: { total: { sum: "Name" } } });
    // @ts-expect-error misspelt field
    sf.Opportunity.aggregate({ select: { total: { sum: "Amonut" } } });
    // @ts-expect-error unknown function
    sf.Opportunity.aggregate({ select: { total: { median: "Amount" } } });
    sf.Opportunity.aggregate({
      // @ts-expect-error misspelt field
      groupBy: { StageNmae: true },
      select: { n: { count: true } },
    });
    sf.Opportunity.aggregate({
      // @ts-expect-error a text area cannot be grouped by
      groupBy: { Description: true },
      select: { n: { count: true } },
    });
    sf.Opportunity.aggregate({
      // @ts-expect-error not a day
      groupBy: { year: { calendarYear: "Name" } },
      select: { n: { count: true } },
    });
    sf.Opportunity.aggregate({
      select: { n: { count: true } },
      // @ts-expect-error not selected
      having: { total: { gt: 1 } },
    });
    sf.Opportunity.aggregate({
      groupBy: { StageName: true },
      select: { n: { count: true } },
      // @ts-expect-error not in the row
      orderBy: { Amount: "asc" },
    });
  });
});

describe("count", () => {
  it("is a number", async () => {
    expectTypeOf(await sf.Account.count()).toEqualTypeOf<number>();
    await sf.Account.count({ where: { Industry: "Banking", Owner: { IsActive: true } }, allRows: true });
    // @ts-expect-error misspelt field
    await sf.Account.count({ where: { Industri: "Banking" } });
  });
});
