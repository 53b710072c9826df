import type { OpenPicklist } from "../../schema/brand.js";

/** How values are compared with what a filter gives. */
export type ReportFilterOperator =
  | "equals"
  | "notEqual"
  | "lessThan"
  | "greaterThan"
  | "lessOrEqual"
  | "greaterOrEqual"
  | "contains"
  | "notContain"
  | "startsWith"
  | "includes"
  | "excludes"
  | "within";

/** Lets through some of the rows. */
export interface ReportFilter {
  /** API name of a column of the report type. */
  column: string;
  operator: ReportFilterOperator;
  /** As in the report builder: `"Banking,Energy"` is either of two, `""` is empty, `"LAST_N_DAYS:30"` some days. */
  value: string;
  /** `"fieldToField"` where `value` is a column. Default: `"fieldValue"`. */
  filterType?: "fieldValue" | "fieldToField" | undefined;
  isRunPageEditable?: boolean | undefined;
}

/** Puts together the rows that have the same value in a column. */
export interface ReportGrouping<Group extends string = string> {
  /** API name of the column. */
  name: Group;
  /** Default: `"Asc"`. */
  sortOrder?: "Asc" | "Desc" | undefined;
  /** The spans that dates are grouped by. Default: `"None"`, days. */
  dateGranularity?:
    | OpenPicklist<
        | "None"
        | "Day"
        | "Week"
        | "Month"
        | "Quarter"
        | "Year"
        | "FiscalQuarter"
        | "FiscalYear"
        | "MonthInYear"
        | "DayInMonth"
      >
    | undefined;
  /** The sum that groups are sorted by, as `"s!AMOUNT"`. Default: by their own value. */
  sortAggregate?: string | null | undefined;
}

/**
 * What a report is made of, in Salesforce's words; columns are API names of the report type, which
 * `sf.reports.describeType` lists.
 */
export interface ReportDefinition<
  Column extends string = string,
  Aggregate extends string = string,
  Group extends string = string,
> {
  name?: string | undefined;
  description?: string | null | undefined;
  developerName?: string | undefined;
  /** Id of a folder; that of the org for public reports, that of the user for private ones. */
  folderId?: string | undefined;
  reportType?: { type: string; label?: string | undefined } | undefined;
  reportFormat?: OpenPicklist<"TABULAR" | "SUMMARY" | "MATRIX" | "MULTI_BLOCK"> | undefined;
  detailColumns?: readonly Column[] | undefined;
  /** As `"RowCount"`, and sums `"s!AMOUNT"`, averages `"a!AMOUNT"`, `"m!…"` and `"mx!…"` for the least and the most. */
  aggregates?: readonly Aggregate[] | undefined;
  /** Groups of rows, the outer one first. */
  groupingsDown?: readonly ReportGrouping<Group>[] | undefined;
  /** Groups of columns, of a matrix. */
  groupingsAcross?: readonly ReportGrouping<Group>[] | undefined;
  reportFilters?: readonly ReportFilter[] | undefined;
  /** How the filters go together, as `"(1 OR 2) AND 3"`. Default: all must hold. */
  reportBooleanFilter?: string | null | undefined;
  standardDateFilter?:
    | {
        column: string;
        /** As `"THIS_FISCAL_QUARTER"`, or `"CUSTOM"` with dates. */
        durationValue: string;
        startDate?: string | null | undefined;
        endDate?: string | null | undefined;
      }
    | null
    | undefined;
  standardFilters?: readonly { name: string; value: string }[] | null | undefined;
  /** Whose rows: as `"organization"` for all, `"user"` for mine. */
  scope?: OpenPicklist<"organization" | "user" | "team"> | undefined;
  sortBy?: readonly { sortColumn: string; sortOrder: "Asc" | "Desc" }[] | undefined;
  topRows?: { rowLimit: number; direction: "Asc" | "Desc" } | null | undefined;
  hasDetailRows?: boolean | undefined;
  hasRecordCount?: boolean | undefined;
  showGrandTotal?: boolean | undefined;
  showSubtotals?: boolean | undefined;
  currency?: string | null | undefined;
  division?: string | null | undefined;
  chart?: object | null | undefined;
  buckets?: readonly object[] | undefined;
  crossFilters?: readonly object[] | undefined;
  customDetailFormula?: object | null | undefined;
  customSummaryFormula?: object | null | undefined;
  historicalSnapshotDates?: readonly string[] | undefined;
}

/** A report that is run without being saved. */
export interface ReportQuery<
  Column extends string = string,
  Aggregate extends string = string,
  Group extends string = string,
> extends ReportDefinition<Column, Aggregate, Group> {
  /** What it is about, as `{ type: "Opportunity" }`: `sf.reports.types()` lists what there is. */
  reportType: { type: string; label?: string | undefined };
}

/** A report that is made. */
export interface NewReport extends ReportQuery {
  name: string;
}
