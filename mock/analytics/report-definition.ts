/** Lets through some of the rows, as in the report builder. */
export interface ReportFilterDefinition {
  /** As `STAGE_NAME`, or `Opportunity.StageName`. */
  readonly column: string;
  readonly operator:
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
    | "excludes";
  /** As `"Prospecting,Qualification"`, `"10000"` or `"LAST_N_DAYS:30"`; `""` is empty. */
  readonly value: string;
}

/** Puts together the rows that have the same value in a column. */
export interface ReportGroupingDefinition {
  readonly name: string;
  readonly sortOrder?: "Asc" | "Desc";
  /** The spans that dates are grouped by. */
  readonly dateGranularity?:
    | "None"
    | "Day"
    | "Week"
    | "Month"
    | "Quarter"
    | "Year"
    | "FiscalQuarter"
    | "FiscalYear"
    | "MonthInYear"
    | "DayInMonth";
  /** As `"s!AMOUNT"`. Default: groups are sorted by their own value. */
  readonly sortAggregate?: string | null;
}

/** A saved report. Names are those of the Reports and Dashboards REST API. */
export interface ReportDefinition {
  /** Default: its unique name. */
  readonly name?: string;
  readonly description?: string;
  /** As `"Opportunity"`, `"AccountList"`, `"CustomEntity$Invoice__c"`; an object's name does as well. */
  readonly reportType: string;
  /** The columns of its rows, as `STAGE_NAME`, or `Opportunity.StageName` for any field. */
  readonly detailColumns?: readonly string[];
  /** As `"RowCount"`, `"s!AMOUNT"`, `"a!…"`, `"m!…"`, `"mx!…"`, `"u!…"`. Default: `["RowCount"]`. */
  readonly aggregates?: readonly string[];
  /** Up to three make a summary report. */
  readonly groupingsDown?: readonly ReportGroupingDefinition[];
  /** Up to two make a matrix report. */
  readonly groupingsAcross?: readonly ReportGroupingDefinition[];
  readonly reportFilters?: readonly ReportFilterDefinition[];
  /** As `"(1 OR 2) AND 3"`. */
  readonly reportBooleanFilter?: string | null;
  readonly standardDateFilter?: {
    readonly column: string;
    /** As `"THIS_FISCAL_QUARTER"`, or `"CUSTOM"` with dates. */
    readonly durationValue: string;
    readonly startDate?: string | null;
    readonly endDate?: string | null;
  } | null;
  /** Whose rows. Default: `"organization"`, all. */
  readonly scope?: "organization" | "user";
  readonly sortBy?: readonly { readonly sortColumn: string; readonly sortOrder: "Asc" | "Desc" }[];
  /** The first rows only, of a report without groups. */
  readonly topRows?: { readonly rowLimit: number; readonly direction: "Asc" | "Desc" } | null;
}

/** Saved reports by their unique names. */
export type ReportDefinitions = Readonly<Record<string, ReportDefinition>>;
