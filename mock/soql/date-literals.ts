import { type Calendar, wallClock } from "./calendar.js";

/** Days, each told by its midnight in UTC: from the first one up to but without `to`. */
export interface DateRange {
  readonly from: Date;
  readonly to: Date;
}

/** The day it is, and the month the years and quarters to count begin with: 0 for January. */
interface Start {
  readonly today: Date;
  readonly firstMonth: number;
}

type Unit = "DAY" | "WEEK" | "MONTH" | "QUARTER" | "YEAR";

const NAMED: Readonly<Record<string, readonly [Unit, number]>> = {
  YESTERDAY: ["DAY", -1],
  TODAY: ["DAY", 0],
  TOMORROW: ["DAY", 1],
};
const RELATIVE: Readonly<Record<string, number>> = { LAST: -1, THIS: 0, NEXT: 1 };
const RELATIVE_FORM = /^(LAST|THIS|NEXT)_(?:FISCAL_)?(WEEK|MONTH|QUARTER|YEAR)$/;
const NINETY_FORM = /^(LAST|NEXT)_90_DAYS$/;
const COUNTED_FORM = /^(LAST|NEXT)_N_(?:FISCAL_)?(DAY|WEEK|MONTH|QUARTER|YEAR)S:(\d+)$/;
const AGO_FORM = /^N_(?:FISCAL_)?(DAY|WEEK|MONTH|QUARTER|YEAR)S_AGO:(\d+)$/;

/**
 * The days a date literal such as `LAST_N_DAYS:30` stands for, counted from today in the calendar's time zone.
 * Weeks begin on Sunday. Undefined for what is no date literal.
 */
export function dateLiteralRange(literal: string, calendar: Calendar): DateRange | undefined {
  const text = literal.toUpperCase();
  const start: Start = {
    today: wallClock(calendar.now, calendar.timeZone),
    firstMonth: text.includes("FISCAL_") ? calendar.fiscalYearStartMonth - 1 : 0,
  };
  const named = NAMED[text];
  if (named !== undefined) return span(start, named[0], named[1], named[1]);
  const relative = RELATIVE_FORM.exec(text);
  if (relative !== null) {
    const offset = RELATIVE[relative[1] ?? ""] ?? 0;
    return span(start, relative[2] as Unit, offset, offset);
  }
  const ninety = NINETY_FORM.exec(text);
  if (ninety !== null) return counted(start, ninety[1], "DAY", 90);
  const many = COUNTED_FORM.exec(text);
  if (many !== null) return counted(start, many[1], many[2] as Unit, Number(many[3]));
  const ago = AGO_FORM.exec(text);
  if (ago !== null) return span(start, ago[1] as Unit, -Number(ago[2]), -Number(ago[2]));
  return undefined;
}

/** Days counted back include today; every other count leaves the current unit out. */
function counted(start: Start, direction: string | undefined, unit: Unit, count: number): DateRange {
  if (direction === "NEXT") return span(start, unit, 1, count);
  return unit === "DAY" ? span(start, unit, -count, 0) : span(start, unit, -count, -1);
}

/** From the beginning of one unit to the end of another, both counted from the current one. */
function span(start: Start, unit: Unit, first: number, last: number): DateRange {
  return { from: unitStart(start, unit, first), to: unitStart(start, unit, last + 1) };
}

function unitStart({ today, firstMonth }: Start, unit: Unit, offset: number): Date {
  const [year, month, day] = [today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate()];
  const firstYear = month < firstMonth ? year - 1 : year;
  const quarter = Math.floor((12 * (year - firstYear) + month - firstMonth) / 3);
  const starts = {
    DAY: () => Date.UTC(year, month, day + offset),
    WEEK: () => Date.UTC(year, month, day - today.getUTCDay() + 7 * offset),
    MONTH: () => Date.UTC(year, month + offset),
    QUARTER: () => Date.UTC(firstYear, firstMonth + 3 * (quarter + offset)),
    YEAR: () => Date.UTC(firstYear + offset, firstMonth),
  } satisfies Record<Unit, () => number>;
  return new Date(starts[unit]());
}
