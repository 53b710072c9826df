/** A span of time, from its first instant up to but without its end. */
export interface DateRange {
  readonly from: Date;
  readonly to: Date;
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
 * The span a date literal such as `LAST_N_DAYS:30` stands for, counted from `now` in UTC. Weeks begin on
 * Sunday, and the fiscal year is the calendar year. Undefined for what is no date literal.
 */
export function dateLiteralRange(literal: string, now: Date): DateRange | undefined {
  const text = literal.toUpperCase();
  const named = NAMED[text];
  if (named !== undefined) return span(now, named[0], named[1], named[1]);
  const relative = RELATIVE_FORM.exec(text);
  if (relative !== null) {
    const offset = RELATIVE[relative[1] ?? ""] ?? 0;
    return span(now, relative[2] as Unit, offset, offset);
  }
  const ninety = NINETY_FORM.exec(text);
  if (ninety !== null) return counted(now, ninety[1], "DAY", 90);
  const many = COUNTED_FORM.exec(text);
  if (many !== null) return counted(now, many[1], many[2] as Unit, Number(many[3]));
  const ago = AGO_FORM.exec(text);
  if (ago !== null) return span(now, ago[1] as Unit, -Number(ago[2]), -Number(ago[2]));
  return undefined;
}

/** Days counted back include today; every other count leaves the current unit out. */
function counted(now: Date, direction: string | undefined, unit: Unit, count: number): DateRange {
  if (direction === "NEXT") return span(now, unit, 1, count);
  return unit === "DAY" ? span(now, unit, -count, 0) : span(now, unit, -count, -1);
}

/** From the beginning of one unit to the end of another, both counted from the current one. */
function span(now: Date, unit: Unit, first: number, last: number): DateRange {
  return { from: unitStart(now, unit, first), to: unitStart(now, unit, last + 1) };
}

function unitStart(now: Date, unit: Unit, offset: number): Date {
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  const starts = {
    DAY: () => Date.UTC(year, month, day + offset),
    WEEK: () => Date.UTC(year, month, day - now.getUTCDay() + 7 * offset),
    MONTH: () => Date.UTC(year, month + offset),
    QUARTER: () => Date.UTC(year, 3 * (Math.floor(month / 3) + offset)),
    YEAR: () => Date.UTC(year + offset, 0),
  } satisfies Record<Unit, () => number>;
  return new Date(starts[unit]());
}
