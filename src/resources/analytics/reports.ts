import type { CallOptions } from "../../http/call-options.js";
import type { ReportDescribe } from "../../http/schemas.js";
import type { Id, OpenPicklist } from "../../schema/brand.js";
import type { NewReport, ReportDefinition, ReportQuery } from "./report-definition.js";
import type { ReportResult, ReportSums, ReportValues } from "./report-result.js";
import type { WaitOptions } from "./wait-options.js";

/** A report that the user looked at. */
export interface ListedReport {
  readonly id: Id<"Report">;
  readonly name: string;
}

/** Reports of a kind. */
export interface ReportTypeCategory {
  readonly label: string;
  readonly reportTypes: readonly { readonly type: string; readonly label: string }[];
}

/** How a report is run. */
export interface QueryReportOptions extends CallOptions {
  /** Whether rows are given beside sums: the first 2,000. Default: false. */
  includeDetails?: boolean;
}

/** How a saved report is run. */
export interface RunReportOptions<
  Column extends string = string,
  Aggregate extends string = string,
  Group extends string = string,
> extends QueryReportOptions {
  /** What is otherwise in this run, such as `{ reportFilters: […] }`. The saved report stays as it is. */
  metadata?: ReportDefinition<Column, Aggregate, Group>;
}

/** An asynchronous run of a report; Salesforce keeps it for 24 hours. */
export interface ReportInstance {
  readonly id: string;
  readonly status: OpenPicklist<"New" | "Running" | "Success" | "Error">;
  readonly ownerId: Id<"User">;
  readonly requestDate: string;
  /** Null as long as it runs. */
  readonly completionDate: string | null;
}

/** An asynchronous run, with what it gave where its status is `Success`. */
export interface ReportInstanceResult<Row = ReportValues, Sums = ReportSums> extends ReportInstance {
  readonly reportId: Id<"Report">;
  readonly reportName: string;
  readonly result: ReportResult<Row, Sums> | undefined;
}

type RunAsyncOptions<C extends string, A extends string, G extends string> = RunReportOptions<C, A, G> &
  WaitOptions;

/**
 * Reports: saved ones are run, changed and made; others are run without being saved. `GET /analytics/reports`.
 *
 * All calls throw SettingsError where an argument cannot be, before anything is sent, NotFoundError where the report is
 * not there, and ForbiddenError where the user may not, or where more than 500 reports were run in an hour.
 */
export interface Reports {
  /** Up to 200 reports that the user looked at last; a query of `Report` finds all. `GET /analytics/reports`. */
  list(options?: CallOptions): Promise<ListedReport[]>;

  /** A report as it is saved, and what its type offers. `GET /analytics/reports/{id}/describe`. */
  describe(id: Id<"Report">, options?: CallOptions): Promise<ReportDescribe>;

  /**
   * Runs a report as it is saved, or with what `metadata` changes. `GET /analytics/reports/{id}`, or `POST`.
   *
   * @example
   * const pipeline = await sf.reports.run(id, { includeDetails: true });
   * for (const group of pipeline.groups()) console.log(group.label, group.aggregates["s!AMOUNT"]?.value);
   * for (const row of pipeline.rows()) console.log(row.OPPORTUNITY_NAME?.label);
   */
  run<
    const Column extends string = string,
    const Aggregate extends string = string,
    const Group extends string = never,
  >(
    id: Id<"Report">,
    options?: RunReportOptions<Column, Aggregate, Group>,
  ): Promise<ReportResult<ReportValues<Column | Group>, ReportSums<Aggregate>>>;

  /**
   * Runs a report that is not saved: all that a report can be, of a report type. The format is made of the groupings
   * where it is left out. `POST /analytics/reports/query`.
   *
   * @example
   * const byStage = await sf.reports.query({
   *   reportType: { type: "Opportunity" },
   *   aggregates: ["s!AMOUNT", "RowCount"],
   *   groupingsDown: [{ name: "STAGE_NAME" }],
   * });
   */
  query<
    const Column extends string = string,
    const Aggregate extends string = "RowCount",
    const Group extends string = never,
  >(
    metadata: ReportQuery<Column, Aggregate, Group>,
    options?: QueryReportOptions,
  ): Promise<ReportResult<ReportValues<Column | Group>, ReportSums<Aggregate>>>;

  /** The report types there are, by category. `GET /analytics/reportTypes`. */
  types(options?: CallOptions): Promise<ReportTypeCategory[]>;

  /** What a report of a type may be made of: its columns are by their API names. `GET /analytics/reportTypes/{type}`. */
  describeType(type: string, options?: CallOptions): Promise<ReportDescribe>;

  /**
   * Starts a report and waits for what it gives: for reports that take longer than two minutes, or many of them, as
   * Salesforce allows more asynchronous runs than others. `POST /analytics/reports/{id}/instances`, then as `waitFor`.
   *
   * @throws ApiError with `REPORT_FAILED` where the run fails
   * @throws TimeoutError where it takes longer than `waitTimeout`, and `signal.reason`; the run goes on then
   */
  runAsync<
    const Column extends string = string,
    const Aggregate extends string = string,
    const Group extends string = never,
  >(
    id: Id<"Report">,
    options?: RunAsyncOptions<Column, Aggregate, Group>,
  ): Promise<ReportResult<ReportValues<Column | Group>, ReportSums<Aggregate>>>;

  /** Starts a report. Never repeated by itself. `POST /analytics/reports/{id}/instances`. */
  start(id: Id<"Report">, options?: RunReportOptions): Promise<ReportInstance>;

  /** Asynchronous runs of the last 24 hours, the latest first. `GET /analytics/reports/{id}/instances`. */
  instances(id: Id<"Report">, options?: CallOptions): Promise<ReportInstance[]>;

  /** How far an asynchronous run is, and what it gave. `GET /analytics/reports/{id}/instances/{instanceId}`. */
  instance<Column extends string = string, Aggregate extends string = string>(
    id: Id<"Report">,
    instanceId: string,
    options?: CallOptions,
  ): Promise<ReportInstanceResult<ReportValues<Column>, ReportSums<Aggregate>>>;

  /** Waits for what an asynchronous run gives, also one that another process started; throws as `runAsync`. */
  waitFor<Column extends string = string, Aggregate extends string = string>(
    id: Id<"Report">,
    instanceId: string,
    options?: WaitOptions,
  ): Promise<ReportResult<ReportValues<Column>, ReportSums<Aggregate>>>;

  /** Deletes an asynchronous run that has ended. `DELETE /analytics/reports/{id}/instances/{instanceId}`. */
  deleteInstance(id: Id<"Report">, instanceId: string, options?: CallOptions): Promise<void>;

  /** Makes a report. Never repeated by itself. `POST /analytics/reports`. */
  create(metadata: NewReport, options?: CallOptions): Promise<ReportDescribe>;

  /** Changes what is given of a report, and ends its runs. `PATCH /analytics/reports/{id}`. */
  save(id: Id<"Report">, metadata: ReportDefinition, options?: CallOptions): Promise<ReportDescribe>;

  /** Makes a copy, with another name, and what else is changed. `POST /analytics/reports?cloneId=`. */
  clone(
    id: Id<"Report">,
    metadata: ReportDefinition & { name: string },
    options?: CallOptions,
  ): Promise<ReportDescribe>;

  /**
   * Deletes a report. `DELETE /analytics/reports/{id}`.
   *
   * @throws ForbiddenError also where a dashboard shows it
   */
  delete(id: Id<"Report">, options?: CallOptions): Promise<void>;
}
