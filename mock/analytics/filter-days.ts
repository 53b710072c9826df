import type { FieldInfo } from "../catalog/field-info.js";
import { dateText, datetimeText, parseDate, parseDatetime } from "../dml/date-text.js";
import { type Calendar, instantOf } from "../soql/calendar.js";
import { dateLiteralRange } from "../soql/date-literals.js";

/** A span of time in the text form of a field: from the first moment up to but without the last. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** The days of a filter's value: a day, a moment, or a date literal. Undefined where it is none of them. */
export function spanOf(text: string, field: FieldInfo, calendar: Calendar): Span | undefined {
  const literal = dateLiteralRange(text.trim().replaceAll(" ", "_"), calendar);
  if (literal !== undefined) return spanOfDays(literal.from, literal.to, field, calendar);
  const [, month = "", date = "", year = ""] = SLASHED.exec(text) ?? [];
  const day = parseDate(year === "" ? text : `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`);
  if (day !== null) {
    const from = new Date(`${day}T00:00:00Z`);
    return spanOfDays(from, nextDay(from), field, calendar);
  }
  const moment = parseDatetime(text);
  if (moment === null) return undefined;
  if (field.kind === "date") return spanOf(moment.slice(0, 10), field, calendar);
  const second = new Date(moment.replace("+0000", "Z"));
  return { from: moment, to: datetimeText(new Date(second.getTime() + 1_000)) };
}

/** Days, each told by its midnight in UTC, as the text a field has for them. */
export function spanOfDays(from: Date, to: Date, field: FieldInfo, { timeZone }: Calendar): Span {
  const text = (day: Date) =>
    field.kind === "date" ? dateText(day) : datetimeText(instantOf(day, timeZone));
  return { from: text(from), to: text(to) };
}

export function nextDay(day: Date): Date {
  return new Date(day.getTime() + 86_400_000);
}
