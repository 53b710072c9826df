import { dateText } from "../dml/date-text.js";
import { type Calendar, wallClock } from "../soql/calendar.js";
import type { Value } from "../store/table.js";
import { badRequest } from "./analytics-fault.js";
import { dayLabel } from "./cell-label.js";

/** A span that dates are grouped by. */
export interface DateGroup {
  readonly value: string | number;
  readonly label: string;
}

type MakeGroup = (day: Date, firstMonth: number) => DateGroup;

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const at = (year: number, month: number, day = 1): string => dateText(new Date(Date.UTC(year, month, day)));

function quarter(kind: "CY" | "FY"): MakeGroup {
  return (day, firstMonth) => {
    const first = kind === "FY" ? firstMonth : 0;
    const passed = (day.getUTCMonth() - first + 12) % 12;
    const start = day.getUTCMonth() - (passed % 3);
    const value = at(day.getUTCFullYear(), start);
    return { value, label: `Q${Math.floor(passed / 3) + 1} ${kind}${yearOf(day, first)}` };
  };
}

function year(kind: "CY" | "FY"): MakeGroup {
  return (day, firstMonth) => {
    const first = kind === "FY" ? firstMonth : 0;
    const startYear = day.getUTCMonth() < first ? day.getUTCFullYear() - 1 : day.getUTCFullYear();
    return { value: at(startYear, first), label: `${kind}${yearOf(day, first)}` };
  };
}

/** A fiscal year is called by the year it ends in. */
function yearOf(day: Date, firstMonth: number): number {
  return day.getUTCFullYear() + (firstMonth > 0 && day.getUTCMonth() >= firstMonth ? 1 : 0);
}

const GROUPS: Readonly<Record<string, MakeGroup>> = {
  None: (day) => ({ value: dateText(day), label: dayLabel(dateText(day)) }),
  Day: (day) => ({ value: dateText(day), label: dayLabel(dateText(day)) }),
  Week: (day) => {
    const [y, m, d] = [day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() - day.getUTCDay()];
    return { value: at(y, m, d), label: `${dayLabel(at(y, m, d))} - ${dayLabel(at(y, m, d + 6))}` };
  },
  Month: (day) => ({
    value: at(day.getUTCFullYear(), day.getUTCMonth()),
    label: `${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`,
  }),
  Quarter: quarter("CY"),
  Year: year("CY"),
  FiscalQuarter: quarter("FY"),
  FiscalYear: year("FY"),
  MonthInYear: (day) => ({ value: day.getUTCMonth() + 1, label: MONTHS[day.getUTCMonth()] ?? "" }),
  DayInMonth: (day) => ({ value: day.getUTCDate(), label: String(day.getUTCDate()) }),
};

export const GRANULARITIES = Object.keys(GROUPS);

/** Makes the groups of dates, moments by the day that the org's clocks show. */
export function dateGroups(granularity: string, calendar: Calendar): (value: Value) => DateGroup {
  const make = Object.hasOwn(GROUPS, granularity) ? GROUPS[granularity] : undefined;
  if (make === undefined) throw badRequest(`The date granularity ${granularity} is invalid.`);
  return (value) => {
    const text = String(value);
    const day =
      text.length === 10
        ? new Date(`${text}T00:00:00Z`)
        : wallClock(new Date(text.replace("+0000", "Z")), calendar.timeZone);
    return make(new Date(`${dateText(day)}T00:00:00Z`), calendar.fiscalYearStartMonth - 1);
  };
}
