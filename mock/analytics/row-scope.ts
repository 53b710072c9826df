import type { DataContext } from "../data-context.js";
import { dateText, parseDate } from "../dml/date-text.js";
import { type Calendar, calendarOf } from "../soql/calendar.js";
import { dateLiteralRange } from "../soql/date-literals.js";
import type { StoredRecord, Value } from "../store/table.js";
import { badRequest, notImplemented } from "./analytics-fault.js";
import { nextDay, spanOfDays } from "./filter-days.js";
import type { FindColumn } from "./report-column.js";
import type { ReportMetadata, StandardDateFilter } from "./report-metadata.js";

type RecordTest = (record: StoredRecord) => boolean;

/** Whose records a report is about. */
export function scopeTest({ scope }: ReportMetadata, { userId }: DataContext): RecordTest {
  if (scope === "organization" || scope === null) return () => true;
  if (scope === "user") return ({ values }) => values.OwnerId === userId;
  throw notImplemented(`reports of the scope ${scope}`);
}

/** The days of a report's standard date filter, the literal's in dates. */
export function withDates(filter: StandardDateFilter | null, calendar: Calendar): StandardDateFilter | null {
  if (filter === null || filter.durationValue === "CUSTOM") return filter;
  const range = dateLiteralRange(filter.durationValue, calendar);
  if (range === undefined) {
    throw badRequest(
      `The duration ${filter.durationValue} specified for the standard date filter is invalid.`,
    );
  }
  const last = new Date(range.to.getTime() - 1);
  return { ...filter, startDate: dateText(range.from), endDate: dateText(last) };
}

/** @param filter with its days */
export function dateTest(
  filter: StandardDateFilter | null,
  findColumn: FindColumn,
  context: DataContext,
): RecordTest {
  if (filter === null) return () => true;
  const column = findColumn(filter.column, (name) =>
    badRequest(`The column ${name} specified for the standard date filter is invalid.`),
  );
  const { field } = column;
  if (field.kind !== "date" && field.kind !== "datetime") {
    const message = `The column ${column.name} cannot be a standard date filter because it is not a date column.`;
    throw badRequest(message);
  }
  const start = dayOf(filter.startDate, "start", column.name);
  const end = dayOf(filter.endDate, "end", column.name);
  const calendar = calendarOf(context);
  const from = start && spanOfDays(start, start, field, calendar).from;
  const to = end && spanOfDays(end, nextDay(end), field, calendar).to;
  if (from === undefined && to === undefined) return () => true;
  return (record) => {
    const value: Value = column.read(record);
    return value !== null && (from === undefined || value >= from) && (to === undefined || value < to);
  };
}

function dayOf(text: string | null, which: string, column: string): Date | undefined {
  if (text === null) return undefined;
  if (parseDate(text) !== null) return new Date(`${text}T00:00:00Z`);
  throw badRequest(
    `The specified ${which} date of ${column} specified for the standard date filter is invalid.`,
  );
}

/** The filters that opportunities have by themselves. */
export function standardTest({ standardFilters, reportType }: ReportMetadata): RecordTest {
  const tests = (standardFilters ?? []).map(({ name, value }) => {
    if (reportType.type === "Opportunity" && name === "open") return openTest(value);
    if (reportType.type === "Opportunity" && name === "probability") return probabilityTest(value);
    throw notImplemented(`the standard filter ${name}`);
  });
  return (record) => tests.every((test) => test(record));
}

function openTest(value: string): RecordTest {
  const tests: Readonly<Record<string, RecordTest>> = {
    all: () => true,
    open: ({ values }) => values.IsClosed !== true,
    closed: ({ values }) => values.IsClosed === true,
    closedwon: ({ values }) => values.IsWon === true,
  };
  const test = Object.hasOwn(tests, value) ? tests[value] : undefined;
  if (test === undefined) throw badRequest(`The value ${value} of the standard filter open is invalid.`);
  return test;
}

/** As `>0`, which lets through all: Salesforce's name for it. */
function probabilityTest(value: string): RecordTest {
  const [, operator, percent] = /^(>=?|<=?)(\d+)$/.exec(value) ?? [];
  if (percent === undefined) {
    throw badRequest(`The value ${value} of the standard filter probability is invalid.`);
  }
  if (value === ">0") return () => true;
  const limit = Number(percent);
  return ({ values }) => {
    const own = Number(values.Probability ?? 0);
    if (operator === ">") return own > limit;
    if (operator === ">=") return own >= limit;
    return operator === "<" ? own < limit : own <= limit;
  };
}
