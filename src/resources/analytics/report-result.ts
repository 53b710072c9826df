import type { WireReportResult } from "../../http/schemas.js";

/** A value, and how Salesforce writes it for people. */
export interface ReportValue<Value = string | number | boolean | null> {
  /**
   * Amounts are numbers, days and moments text in ISO 8601. Of columns that are names of records, the id; null where
   * it is empty.
   */
  readonly value: Value;
  /** As `"$16,000.01"`; `"-"` where it is empty. */
  readonly label: string;
  /** Of amounts: the currency, null in orgs that have one only. */
  readonly currency?: string | null;
}

/** Values by the API names of their columns: those that are known, or any. */
export type ReportValues<
  Name extends string = string,
  Value = string | number | boolean | null,
> = string extends Name
  ? { readonly [name: string]: ReportValue<Value> | undefined }
  : { readonly [N in Name]: ReportValue<Value> };

/** Sums by their API names, as `s!AMOUNT`. */
export type ReportSums<Name extends string = string> = ReportValues<Name, number | null>;

/** A column of rows, or a sum. */
export interface ReportColumn {
  /** API name, as `AMOUNT` or `s!AMOUNT`. */
  readonly name: string;
  readonly label: string;
  /** As `"string"`, `"currency"` or `"date"`. */
  readonly dataType: string;
}

/**
 * Sums and rows: of all, of a group, or of a cell of a matrix.
 *
 * @typeParam Row the values of a row, as `ReportValues<"AMOUNT">`
 * @typeParam Sums as `ReportSums<"s!AMOUNT">`
 */
export interface ReportFacts<Row = ReportValues, Sums = ReportSums> {
  readonly aggregates: Sums;
  /** Its groups across, each with what is in it and in this one; none but in a matrix. */
  readonly across: readonly ReportGroup<Row, Sums>[];
  /**
   * Its rows, those of the groups within it included, in their order: a value for each column, and for each column
   * that was grouped by.
   *
   * @throws SettingsError where the report was run without `includeDetails`
   */
  rows(): Row[];
}

/** The rows that have the same value in a column. */
export interface ReportGroup<Row = ReportValues, Sums = ReportSums>
  extends ReportFacts<Row, Sums>,
    ReportValue {
  /** API name of the column. */
  readonly name: string;
  /** Its place, as `"0_1"`: the second group in the first one. */
  readonly key: string;
  /** The groups within it. */
  readonly groups: readonly ReportGroup<Row, Sums>[];
}

/** What a report gave. What is read of it is read when it is asked for. Type parameters are those of `ReportFacts`. */
export interface ReportResult<Row = ReportValues, Sums = ReportSums> {
  /** Whether there are no rows beyond the first 2,000, which are all that Salesforce gives. Sums are of all. */
  readonly allData: boolean;
  /** Whether it was run with `includeDetails`. */
  readonly hasDetailRows: boolean;
  /** The columns of rows, in order. */
  readonly columns: readonly ReportColumn[];
  /** The sums, in order. */
  readonly aggregates: readonly ReportColumn[];
  /**
   * All rows, group by group.
   *
   * @throws SettingsError where it was run without `includeDetails`
   * @throws DecodeError where it is a joined report (`MULTI_BLOCK`): those are in `raw` only
   */
  rows(): Row[];
  /** The outermost groups; none of a tabular report. Throws as `rows` for joined reports. */
  groups(): ReportGroup<Row, Sums>[];
  /** The sums of all; of a matrix, its groups across have those of the columns. Throws as `rows` for joined reports. */
  total(): ReportFacts<Row, Sums>;
  /** What Salesforce answered. */
  readonly raw: WireReportResult;
}
