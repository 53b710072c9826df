import { createFieldInfo, type FieldInfo } from "../catalog/field-info.js";
import type { Value } from "../store/table.js";

const DAY_MS = 24 * 60 * 60 * 1000;

interface DateFunction {
  /** The type of what it gives, for comparing it. */
  readonly type: "int" | "date";
  readonly apply: (date: Date) => Value;
}

const number = (apply: (date: Date) => number): DateFunction => ({ type: "int", apply });
const quarter = number((date) => Math.floor(date.getUTCMonth() / 3) + 1);
const month = number((date) => date.getUTCMonth() + 1);
const year = number((date) => date.getUTCFullYear());

function dayInYear(date: Date): number {
  return Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0)) / DAY_MS) + 1;
}

/** In UTC; the fiscal year is the calendar year. Weeks of a month and a year begin on their first day. */
const FUNCTIONS: Readonly<Record<string, DateFunction>> = {
  CALENDAR_MONTH: month,
  CALENDAR_QUARTER: quarter,
  CALENDAR_YEAR: year,
  FISCAL_MONTH: month,
  FISCAL_QUARTER: quarter,
  FISCAL_YEAR: year,
  DAY_IN_MONTH: number((date) => date.getUTCDate()),
  DAY_IN_WEEK: number((date) => date.getUTCDay() + 1),
  DAY_IN_YEAR: number(dayInYear),
  DAY_ONLY: { type: "date", apply: (date) => date.toISOString().slice(0, 10) },
  HOUR_IN_DAY: number((date) => date.getUTCHours()),
  WEEK_IN_MONTH: number((date) => Math.ceil(date.getUTCDate() / 7)),
  WEEK_IN_YEAR: number((date) => Math.ceil(dayInYear(date) / 7)),
};

/** A function of a date or datetime, as a field of its own that can be compared, grouped and sorted. */
export function dateFunction(
  name: string,
): { readonly field: FieldInfo; readonly apply: (value: Value) => Value } | undefined {
  const key = name.toUpperCase();
  const found = Object.hasOwn(FUNCTIONS, key) ? FUNCTIONS[key] : undefined;
  if (found === undefined) return undefined;
  const apply = (value: Value): Value =>
    typeof value === "string" ? found.apply(new Date(value.replace("+0000", "Z"))) : null;
  return { field: createFieldInfo({ name: key, type: found.type }), apply };
}
