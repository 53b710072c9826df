import type { FieldInfo } from "../catalog/field-info.js";
import type { Calendar } from "../soql/calendar.js";
import type { StoredRecord, Value } from "../store/table.js";
import { badRequest, notImplemented } from "./analytics-fault.js";
import { type Span, spanOf } from "./filter-days.js";
import { combineTests } from "./filter-logic.js";
import type { Column, FindColumn } from "./report-column.js";
import type { ReportFilter, ReportMetadata } from "./report-metadata.js";

type ValueTest = (value: Value) => boolean;

/** Whether the filters of a report let a record through. */
export function filterTest(
  { reportFilters, reportBooleanFilter }: ReportMetadata,
  findColumn: FindColumn,
  calendar: Calendar,
): (record: StoredRecord) => boolean {
  const tests = reportFilters.map((filter) => {
    const column = findColumn(filter.column, invalidFilterColumn);
    const test = valueTest(filter, column, calendar);
    return (record: StoredRecord) => test(column.read(record));
  });
  return combineTests(reportBooleanFilter, tests);
}

function invalidFilterColumn(name: string) {
  return badRequest(`Specify a valid filterable column because ${name} is invalid.`);
}

function valueTest(filter: ReportFilter, { field }: Column, calendar: Calendar): ValueTest {
  if (filter.filterType === "fieldToField") throw notImplemented("filters from field to field");
  const test = testMaker(field)(filter, field, calendar);
  if (test !== undefined) return test;
  throw badRequest(`Specify a valid condition because ${filter.operator} is invalid.`);
}

/** Undefined for an operator that the type of the field does not have. */
type TestMaker = (filter: ReportFilter, field: FieldInfo, calendar: Calendar) => ValueTest | undefined;

function testMaker({ type, kind }: FieldInfo): TestMaker {
  if (type === "multipicklist") return choicesTest;
  if (kind === "number") return numberTest;
  if (kind === "boolean") return booleanTest;
  return kind === "date" || kind === "datetime" ? dayTest : textTest;
}

/** The values of a filter: commas stand between them, unless quotes stand around them. */
function listOf(value: string): string[] {
  const items = value.match(/"[^"]*"|[^,]+/g) ?? [""];
  return items.map((item) => item.trim().replace(/^"(.*)"$/, "$1"));
}

function textTest({ operator, value }: ReportFilter, field: FieldInfo): ValueTest | undefined {
  const labels = new Map(field.picklist.map((each) => [each.value.toLowerCase(), each.label.toLowerCase()]));
  const wanted = listOf(value.toLowerCase());
  const matches =
    (fits: (own: string, wanted: string) => boolean): ValueTest =>
    (given) => {
      const own = given === null ? "" : String(given).toLowerCase();
      const texts = [own, labels.get(own) ?? own];
      return wanted.some((one) => texts.some((text) => fits(text, one)));
    };
  const equals = matches((own, one) =>
    field.kind === "id" && one !== "" ? own.slice(0, 15) === one.slice(0, 15) : own === one,
  );
  const contains = matches((own, one) => own.includes(one));
  const first = wanted[0] ?? "";
  const ordered =
    (fits: (own: string) => boolean): ValueTest =>
    (given) =>
      given !== null && fits(String(given).toLowerCase());
  const tests: Readonly<Record<string, ValueTest>> = {
    equals,
    notEqual: (given) => !equals(given),
    contains,
    notContain: (given) => !contains(given),
    startsWith: matches((own, one) => own.startsWith(one)),
    lessThan: ordered((own) => own < first),
    lessOrEqual: ordered((own) => own <= first),
    greaterThan: ordered((own) => own > first),
    greaterOrEqual: ordered((own) => own >= first),
  };
  return Object.hasOwn(tests, operator) ? tests[operator] : undefined;
}

function choicesTest({ operator, value }: ReportFilter): ValueTest | undefined {
  const wanted = listOf(value.toLowerCase().replaceAll(";", ","));
  const chosen = (given: Value) => (given === null ? [""] : String(given).toLowerCase().split(";"));
  const includes: ValueTest = (given) => wanted.some((one) => chosen(given).includes(one));
  const equals: ValueTest = (given) =>
    chosen(given).length === wanted.length && wanted.every((one) => chosen(given).includes(one));
  const tests: Readonly<Record<string, ValueTest>> = {
    equals,
    notEqual: (given) => !equals(given),
    includes,
    excludes: (given) => !includes(given),
  };
  return Object.hasOwn(tests, operator) ? tests[operator] : undefined;
}

/** Commas stand for nothing in numbers, and currencies may stand before them. */
function numberTest({ operator, value }: ReportFilter): ValueTest | undefined {
  const text = value
    .replace(/^\s*(?:[A-Z]{3}|\$)\s*/, "")
    .replaceAll(",", "")
    .replace(/%\s*$/, "");
  if (text.trim() !== "" && Number.isNaN(Number(text))) {
    throw badRequest(`The filter value ${value} is invalid.`);
  }
  const wanted = text.trim() === "" ? null : Number(text);
  const ordered =
    (fits: (own: number, wanted: number) => boolean): ValueTest =>
    (given) =>
      typeof given === "number" && wanted !== null && fits(given, wanted);
  const tests: Readonly<Record<string, ValueTest>> = {
    equals: (given) => given === wanted,
    notEqual: (given) => given !== wanted,
    lessThan: ordered((own, other) => own < other),
    lessOrEqual: ordered((own, other) => own <= other),
    greaterThan: ordered((own, other) => own > other),
    greaterOrEqual: ordered((own, other) => own >= other),
  };
  return Object.hasOwn(tests, operator) ? tests[operator] : undefined;
}

function booleanTest({ operator, value }: ReportFilter): ValueTest | undefined {
  const wanted = listOf(value.toLowerCase()).map((one) => one === "true" || one === "1");
  const equals: ValueTest = (given) => wanted.includes(given === true);
  if (operator === "equals") return equals;
  return operator === "notEqual" ? (given) => !equals(given) : undefined;
}

function dayTest(
  { operator, value }: ReportFilter,
  field: FieldInfo,
  calendar: Calendar,
): ValueTest | undefined {
  const spans = listOf(value).map((one) => (one === "" ? null : requireSpan(one, field, calendar)));
  const equals: ValueTest = (given) =>
    spans.some((span) =>
      span === null ? given === null : given !== null && given >= span.from && given < span.to,
    );
  const [span] = spans;
  const ordered =
    (fits: (own: string, span: Span) => boolean): ValueTest =>
    (given) =>
      typeof given === "string" && span != null && fits(given, span);
  const tests: Readonly<Record<string, ValueTest>> = {
    equals,
    notEqual: (given) => !equals(given),
    lessThan: ordered((own, { from }) => own < from),
    lessOrEqual: ordered((own, { to }) => own < to),
    greaterThan: ordered((own, { to }) => own >= to),
    greaterOrEqual: ordered((own, { from }) => own >= from),
  };
  return Object.hasOwn(tests, operator) ? tests[operator] : undefined;
}

function requireSpan(text: string, field: FieldInfo, calendar: Calendar): Span {
  const span = spanOf(text, field, calendar);
  if (span !== undefined) return span;
  throw badRequest(
    "Filter the date in the correct format. Accepted formats are yyyy-MM-dd'T'HH:mm:ss'Z' and yyyy-MM-dd.",
  );
}
