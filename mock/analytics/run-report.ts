import type { OrgContext } from "../org-context.js";
import { type Calendar, calendarOf } from "../soql/calendar.js";
import { isDeleted, type StoredRecord } from "../store/table.js";
import { badRequest, forbidden } from "./analytics-fault.js";
import { type Aggregate, aggregateOf } from "./report-aggregates.js";
import { type Cell, type Column, columnFinder, type FindColumn } from "./report-column.js";
import { filterTest } from "./report-filter.js";
import { type Axis, compareRanks, type GroupAnswer, type Level, levelOf, makeAxis } from "./report-groups.js";
import { checkMetadata, type ReportMetadata, type StandardDateFilter } from "./report-metadata.js";
import { findReportType, type ReportType } from "./report-type.js";
import { dateTest, scopeTest, standardTest, withDates } from "./row-scope.js";

/** As many rows as answers hold. */
const MOST_ROWS = 2_000;

/** A report that can be run. */
export interface CompiledReport {
  readonly type: ReportType;
  /** With what is known of its type, and with dates in the place of literals. */
  readonly metadata: ReportMetadata;
  readonly columns: readonly Column[];
  readonly aggregates: readonly Aggregate[];
  readonly down: readonly Level[];
  readonly across: readonly Level[];
  test(record: StoredRecord): boolean;
  sort(records: StoredRecord[]): StoredRecord[];
}

interface Facts {
  readonly aggregates: readonly Cell[];
  readonly rows?: readonly { readonly dataCells: readonly Cell[] }[];
}

/** What a report gave. */
export interface ReportRun {
  readonly allData: boolean;
  readonly factMap: Readonly<Record<string, Facts>>;
  readonly groupingsAcross: { readonly groupings: readonly GroupAnswer[] };
  readonly groupingsDown: { readonly groupings: readonly GroupAnswer[] };
  readonly hasDetailRows: boolean;
}

/** Throws where the report cannot be. */
export function compileReport(context: OrgContext, given: ReportMetadata): CompiledReport {
  checkMetadata(given);
  const type = findReportType(context, given.reportType.type);
  if (type === undefined) {
    // The type of a saved report was there when it was saved: this user does not see its object.
    throw given.id === null
      ? badRequest(`The report type ${given.reportType.type} is invalid.`)
      : forbidden();
  }
  const calendar = calendarOf(context);
  const findColumn = columnFinder(context, type);
  const metadata: ReportMetadata = {
    ...given,
    reportType: { label: type.label, type: type.type },
    standardDateFilter: withDates(given.standardDateFilter, calendar),
  };
  const aggregate = (name: string) => aggregateOf(name, findColumn);
  const find = { column: findColumn, aggregate };
  return {
    type,
    metadata,
    columns: metadata.detailColumns.map((name) => findColumn(name)),
    aggregates: metadata.aggregates.map(aggregate),
    down: metadata.groupingsDown.map((grouping) => levelOf(grouping, find, calendar)),
    across: metadata.groupingsAcross.map((grouping) => levelOf(grouping, find, calendar)),
    test: recordTest(context, metadata, findColumn, calendar),
    sort: sorter(metadata, findColumn),
  };
}

function recordTest(
  context: OrgContext,
  metadata: ReportMetadata,
  findColumn: FindColumn,
  calendar: Calendar,
): (record: StoredRecord) => boolean {
  const dates: StandardDateFilter | null = metadata.standardDateFilter;
  const tests = [
    scopeTest(metadata, context),
    standardTest(metadata),
    dateTest(dates, findColumn, context),
    filterTest(metadata, findColumn, calendar),
  ];
  return (record) => !isDeleted(record) && tests.every((test) => test(record));
}

/** By the column that the report is sorted by, and no more than it is limited to. */
function sorter({ sortBy: [sort], topRows }: ReportMetadata, findColumn: FindColumn): CompiledReport["sort"] {
  const column = sort === undefined ? undefined : findColumn(sort.sortColumn);
  const direction = /^desc/i.test(sort?.sortOrder ?? topRows?.direction ?? "") ? -1 : 1;
  const limit = topRows === null ? undefined : topRows.rowLimit;
  if (limit !== undefined && !(Number.isInteger(limit) && limit > 0)) {
    throw badRequest(`The row limit ${limit} is invalid.`);
  }
  return (records) => {
    if (column !== undefined) {
      const rank = (record: StoredRecord) => {
        const value = column.read(record);
        return typeof value === "string" ? value.toLowerCase() : value;
      };
      records.sort((a, b) => direction * compareRanks(rank(a), rank(b)));
    }
    return records.slice(0, limit);
  };
}

/** Runs a report over the records there are. */
export function runReport(context: OrgContext, report: CompiledReport, hasDetailRows: boolean): ReportRun {
  const { type, columns, aggregates, down, across } = report;
  const records = report.sort([...context.store.table(type.object.name).all()].filter(report.test));
  const axes = { down: makeAxis(records, down), across: makeAxis(records, across) };
  const places = placed(records, axes);
  const shown = hasDetailRows ? shownRows(records, axes) : undefined;
  const factMap: Record<string, Facts> = {};
  for (const [key, members] of places) {
    factMap[key] = {
      aggregates: aggregates.map((aggregate) => aggregate.cell(members)),
      ...(shown && {
        rows: (shown.get(key) ?? []).map((record) => ({
          dataCells: columns.map((column) => column.cell(record)),
        })),
      }),
    };
  }
  return {
    allData: !hasDetailRows || records.length <= MOST_ROWS,
    factMap,
    groupingsAcross: { groupings: axes.across.groupings },
    groupingsDown: { groupings: axes.down.groupings },
    hasDetailRows,
  };
}

interface Axes {
  readonly down: Axis;
  readonly across: Axis;
}

/** The records of each place, as `0_1!T`: also of those in a matrix that have none. */
function placed(records: readonly StoredRecord[], { down, across }: Axes): Map<string, StoredRecord[]> {
  const places = new Map<string, StoredRecord[]>();
  for (const d of down.keys) for (const a of across.keys) places.set(`${d}!${a}`, []);
  for (const record of records) {
    for (const d of ["T", ...down.keysOf(record)]) {
      for (const a of ["T", ...across.keysOf(record)]) places.get(`${d}!${a}`)?.push(record);
    }
  }
  return places;
}

/** The first rows, in the innermost groups that they are in. */
function shownRows(records: readonly StoredRecord[], { down, across }: Axes): Map<string, StoredRecord[]> {
  const rows = new Map<string, StoredRecord[]>();
  for (const record of records.slice(0, MOST_ROWS)) {
    const key = `${down.keysOf(record).at(-1) ?? "T"}!${across.keysOf(record).at(-1) ?? "T"}`;
    const known = rows.get(key);
    if (known === undefined) rows.set(key, [record]);
    else known.push(record);
  }
  return rows;
}
