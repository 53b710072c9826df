import { isJsonObject, type JsonObject } from "../http/json-body.js";
import { badRequest, notImplemented } from "./analytics-fault.js";

/** How rows are grouped by a column. */
export interface Grouping {
  readonly name: string;
  readonly sortOrder: string;
  readonly dateGranularity: string;
  readonly sortAggregate: string | null;
}

export interface ReportFilter {
  readonly column: string;
  readonly filterType?: string | null;
  readonly isRunPageEditable: boolean;
  readonly operator: string;
  readonly value: string;
}

export interface StandardDateFilter {
  readonly column: string;
  readonly durationValue: string;
  readonly startDate: string | null;
  readonly endDate: string | null;
}

/** All that a report is made of, as answers have it. */
export interface ReportMetadata {
  readonly aggregates: readonly string[];
  readonly buckets: readonly unknown[];
  readonly chart: unknown;
  readonly crossFilters: readonly unknown[];
  readonly currency: null;
  readonly customDetailFormula: unknown;
  readonly customSummaryFormula: unknown;
  readonly description: string | null;
  readonly detailColumns: readonly string[];
  readonly developerName: string | null;
  readonly division: null;
  readonly folderId: string | null;
  readonly groupingsAcross: readonly Grouping[];
  readonly groupingsDown: readonly Grouping[];
  readonly hasDetailRows: boolean;
  readonly hasRecordCount: boolean;
  readonly historicalSnapshotDates: readonly string[];
  readonly id: string | null;
  readonly name: string;
  readonly reportBooleanFilter: string | null;
  readonly reportFilters: readonly ReportFilter[];
  readonly reportFormat: string;
  readonly reportType: { readonly label: string; readonly type: string };
  readonly scope: string;
  readonly showGrandTotal: boolean;
  readonly showSubtotals: boolean;
  readonly sortBy: readonly { readonly sortColumn: string; readonly sortOrder: string }[];
  readonly standardDateFilter: StandardDateFilter | null;
  readonly standardFilters: readonly { readonly name: string; readonly value: string }[] | null;
  readonly topRows: { readonly rowLimit: number; readonly direction: string } | null;
}

/** A report of which nothing is said. */
const EMPTY: ReportMetadata = {
  aggregates: ["RowCount"],
  buckets: [],
  chart: null,
  crossFilters: [],
  currency: null,
  customDetailFormula: null,
  customSummaryFormula: null,
  description: null,
  detailColumns: [],
  developerName: null,
  division: null,
  folderId: null,
  groupingsAcross: [],
  groupingsDown: [],
  hasDetailRows: true,
  hasRecordCount: true,
  historicalSnapshotDates: [],
  id: null,
  name: "Report",
  reportBooleanFilter: null,
  reportFilters: [],
  reportFormat: "TABULAR",
  reportType: { label: "", type: "" },
  scope: "organization",
  showGrandTotal: true,
  showSubtotals: true,
  sortBy: [],
  standardDateFilter: null,
  standardFilters: null,
  topRows: null,
};

const LISTS = [
  "aggregates",
  "buckets",
  "crossFilters",
  "detailColumns",
  "groupingsAcross",
  "groupingsDown",
  "historicalSnapshotDates",
  "reportFilters",
  "sortBy",
] as const;

/** What makes rows or sums that this org cannot make. */
const UNSUPPORTED = {
  buckets: "buckets",
  crossFilters: "cross filters",
  customDetailFormula: "row-level formulas",
  customSummaryFormula: "summary formulas",
  historicalSnapshotDates: "historical trending",
} as const;

/** The metadata of a body `{ "reportMetadata": … }`. */
export function metadataIn(body: unknown): JsonObject {
  const metadata = isJsonObject(body) ? body.reportMetadata : undefined;
  if (isJsonObject(metadata)) return metadata;
  throw badRequest(
    "The request is invalid because there is no metadata. Specify metadata in the request body.",
  );
}

/** A report with what is changed of it. What cannot be is refused when it is run or saved. */
export function changedMetadata(changes: JsonObject, report: ReportMetadata = EMPTY): ReportMetadata {
  const known = Object.entries(changes).filter(([key]) => Object.hasOwn(EMPTY, key));
  const merged = { ...report, ...Object.fromEntries(known) };
  for (const key of LISTS) {
    const list: unknown = merged[key] ?? [];
    if (!Array.isArray(list)) throw badRequest(`The property ${key} must be an array.`);
    Object.assign(merged, { [key]: list });
  }
  const { reportType } = merged;
  const complete = {
    ...merged,
    reportType: typeof reportType === "string" ? { type: reportType, label: "" } : reportType,
    groupingsAcross: merged.groupingsAcross.map(groupingOf),
    groupingsDown: merged.groupingsDown.map(groupingOf),
    reportFilters: merged.reportFilters.map(filterOf),
    standardDateFilter: merged.standardDateFilter === null ? null : dateFilterOf(merged.standardDateFilter),
  };
  return { ...complete, reportFormat: formatOf(complete) };
}

/** Groups make another format of one that has none. */
function formatOf({ reportFormat, groupingsDown, groupingsAcross }: ReportMetadata): string {
  if (reportFormat === "MULTI_BLOCK") return reportFormat;
  if (groupingsAcross.length > 0) return "MATRIX";
  return groupingsDown.length > 0 && reportFormat === "TABULAR" ? "SUMMARY" : reportFormat;
}

function groupingOf(given: Partial<Grouping>): Grouping {
  const { name, sortOrder = "Asc", dateGranularity = "None", sortAggregate = null } = given ?? {};
  if (typeof name !== "string") throw badRequest("A grouping must have a name.");
  return { dateGranularity, name, sortAggregate, sortOrder };
}

function filterOf(given: Partial<ReportFilter>): ReportFilter {
  const { column = "", operator = "", value, filterType, isRunPageEditable = true } = given ?? {};
  return {
    column,
    ...(filterType !== undefined && { filterType }),
    isRunPageEditable,
    operator,
    value: value == null ? "" : String(value),
  };
}

function dateFilterOf(given: Partial<StandardDateFilter>): StandardDateFilter {
  const { column = "", durationValue = "CUSTOM", startDate = null, endDate = null } = given ?? {};
  return { column, durationValue, endDate, startDate };
}

/** Throws for what this org cannot do, and for what no report may be. */
export function checkMetadata(metadata: ReportMetadata): void {
  const { reportFormat, groupingsDown, groupingsAcross, detailColumns, aggregates, sortBy } = metadata;
  if (reportFormat === "MULTI_BLOCK") throw notImplemented("joined reports");
  if (!["TABULAR", "SUMMARY", "MATRIX"].includes(reportFormat)) {
    throw badRequest(`The report format ${reportFormat} is invalid.`);
  }
  for (const [key, what] of Object.entries(UNSUPPORTED)) {
    const value = metadata[key as keyof typeof UNSUPPORTED];
    if (value != null && !(Array.isArray(value) && value.length === 0)) throw notImplemented(what);
  }
  const most = reportFormat === "MATRIX" ? 2 : 3;
  if (groupingsDown.length > most || groupingsAcross.length > 2) {
    throw badRequest(`A ${reportFormat.toLowerCase()} report can have at most ${most} row groupings.`);
  }
  if (detailColumns.length + aggregates.length > 100) {
    throw badRequest("Only a report with fewer than 100 columns can be run.");
  }
  if (detailColumns.length + aggregates.length + groupingsDown.length === 0) {
    throw badRequest("Can’t run the report because it doesn’t have any columns selected.");
  }
  if (metadata.reportFilters.length > 20) throw badRequest("A report can have at most 20 field filters.");
  if (sortBy.length > 1) throw badRequest("A report can only be sorted by one column.");
  if (sortBy.length > 0 && reportFormat === "MATRIX") {
    throw badRequest("Column sorting isn't supported for matrix reports.");
  }
}
