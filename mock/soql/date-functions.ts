import { createFieldInfo, type FieldInfo } from "../catalog/field-info.js";
import type { Value } from "../store/table.js";
import { wallClock } from "./calendar.js";

const DAY_MS = 24 * 60 * 60 * 1000;

interface DateFunction {
  /** The type of what it gives, for comparing it. */
  readonly type: "int" | "date";
  readonly apply: (date: Date, fiscalYearStartMonth: number) => Value;
}

const number = (apply: (date: Date, fiscalYearStartMonth: number) => number): DateFunction => ({
  type: "int",
  apply,
});
const quarter = number((date) => Math.floor(date.getUTCMonth() / 3) + 1);
const month = number((date) => date.getUTCMonth() + 1);
const year = number((date) => date.getUTCFullYear());

/** From 0 to 11, counted from the first month of the fiscal year. */
function fiscalMonth(date: Date, startMonth: number): number {
  return (date.getUTCMonth() + 13 - startMonth) % 12;
}

/** A fiscal year is called by the year it ends in. */
function fiscalYear(date: Date, startMonth: number): number {
  const beginsNext = startMonth > 1 && date.getUTCMonth() + 1 >= startMonth;
  return date.getUTCFullYear() + (beginsNext ? 1 : 0);
}

function dayInYear(date: Date): number {
  return Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0)) / DAY_MS) + 1;
}

/** Of what the clocks show. Weeks of a month and a year begin on their first day. */
const FUNCTIONS: Readonly<Record<string, DateFunction>> = {
  CALENDAR_MONTH: month,
  CALENDAR_QUARTER: quarter,
  CALENDAR_YEAR: year,
  FISCAL_MONTH: number((date, start) => fiscalMonth(date, start) + 1),
  FISCAL_QUARTER: number((date, start) => Math.floor(fiscalMonth(date, start) / 3) + 1),
  FISCAL_YEAR: number(fiscalYear),
  DAY_IN_MONTH: number((date) => date.getUTCDate()),
  DAY_IN_WEEK: number((date) => date.getUTCDay() + 1),
  DAY_IN_YEAR: number(dayInYear),
  DAY_ONLY: { type: "date", apply: (date) => date.toISOString().slice(0, 10) },
  HOUR_IN_DAY: number((date) => date.getUTCHours()),
  WEEK_IN_MONTH: number((date) => Math.ceil(date.getUTCDate() / 7)),
  WEEK_IN_YEAR: number((date) => Math.ceil(dayInYear(date) / 7)),
};

export function isDateFunction(name: string): boolean {
  return Object.hasOwn(FUNCTIONS, name.toUpperCase());
}

/**
 * A function of a date or datetime, as a field of its own that can be compared, grouped and sorted. Datetimes
 * are taken in the time zone given: UTC, but for `convertTimezone()`.
 */
export function dateFunction(
  name: string,
  timeZone: string,
  fiscalYearStartMonth: number,
): { readonly field: FieldInfo; readonly apply: (value: Value) => Value } | undefined {
  const key = name.toUpperCase();
  const found = Object.hasOwn(FUNCTIONS, key) ? FUNCTIONS[key] : undefined;
  if (found === undefined) return undefined;
  const apply = (value: Value): Value => {
    if (typeof value !== "string") return null;
    return found.apply(wallClock(new Date(value.replace("+0000", "Z")), timeZone), fiscalYearStartMonth);
  };
  return { field: createFieldInfo({ name: key, type: found.type }), apply };
}
