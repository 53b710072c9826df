import { describe, expect, it } from "vitest";
import { dateLiteralRange } from "../../../mock/soql/date-literals.js";

/** A Wednesday in the second quarter. */
const calendar = { now: new Date("2026-06-17T12:00:00Z"), timeZone: "UTC", fiscalYearStartMonth: 1 };

describe("date literals", () => {
  it.each([
    ["YESTERDAY", "2026-06-16", "2026-06-17"],
    ["TODAY", "2026-06-17", "2026-06-18"],
    ["tomorrow", "2026-06-18", "2026-06-19"],
    ["LAST_WEEK", "2026-06-07", "2026-06-14"],
    ["THIS_WEEK", "2026-06-14", "2026-06-21"],
    ["NEXT_WEEK", "2026-06-21", "2026-06-28"],
    ["LAST_MONTH", "2026-05-01", "2026-06-01"],
    ["THIS_MONTH", "2026-06-01", "2026-07-01"],
    ["NEXT_MONTH", "2026-07-01", "2026-08-01"],
    ["LAST_90_DAYS", "2026-03-19", "2026-06-18"],
    ["NEXT_90_DAYS", "2026-06-18", "2026-09-16"],
    ["THIS_QUARTER", "2026-04-01", "2026-07-01"],
    ["LAST_QUARTER", "2026-01-01", "2026-04-01"],
    ["NEXT_QUARTER", "2026-07-01", "2026-10-01"],
    ["THIS_FISCAL_QUARTER", "2026-04-01", "2026-07-01"],
    ["THIS_YEAR", "2026-01-01", "2027-01-01"],
    ["LAST_YEAR", "2025-01-01", "2026-01-01"],
    ["NEXT_FISCAL_YEAR", "2027-01-01", "2028-01-01"],
    ["LAST_N_DAYS:3", "2026-06-14", "2026-06-18"],
    ["NEXT_N_DAYS:3", "2026-06-18", "2026-06-21"],
    ["N_DAYS_AGO:3", "2026-06-14", "2026-06-15"],
    ["LAST_N_WEEKS:2", "2026-05-31", "2026-06-14"],
    ["NEXT_N_WEEKS:2", "2026-06-21", "2026-07-05"],
    ["N_WEEKS_AGO:2", "2026-05-31", "2026-06-07"],
    ["LAST_N_MONTHS:2", "2026-04-01", "2026-06-01"],
    ["NEXT_N_MONTHS:2", "2026-07-01", "2026-09-01"],
    ["N_MONTHS_AGO:6", "2025-12-01", "2026-01-01"],
    ["LAST_N_QUARTERS:2", "2025-10-01", "2026-04-01"],
    ["N_QUARTERS_AGO:2", "2025-10-01", "2026-01-01"],
    ["NEXT_N_YEARS:2", "2027-01-01", "2029-01-01"],
    ["LAST_N_FISCAL_YEARS:1", "2025-01-01", "2026-01-01"],
    ["N_YEARS_AGO:3", "2023-01-01", "2024-01-01"],
  ])("%s begins on %s and ends before %s", (literal, from, to) => {
    const range = dateLiteralRange(literal, calendar);
    expect([range?.from, range?.to].map((date) => date?.toISOString())).toEqual([
      `${from}T00:00:00.000Z`,
      `${to}T00:00:00.000Z`,
    ]);
  });

  it("are nothing else", () => {
    expect(dateLiteralRange("SOMETIME", calendar)).toBeUndefined();
    expect(dateLiteralRange("LAST_N_DAYS", calendar)).toBeUndefined();
  });
});
