import type { CallOptions } from "../../http/call-options.js";
import type { DashboardMetadata, WireDashboardResult } from "../../http/schemas.js";
import type { Id, OpenPicklist } from "../../schema/brand.js";
import type { ReportResult } from "./report-result.js";
import type { WaitOptions } from "./wait-options.js";

/** A dashboard that the user looked at. */
export interface ListedDashboard {
  readonly id: Id<"Dashboard">;
  readonly name: string;
}

/** Whose data a dashboard shows, and which. */
export interface DashboardView {
  /** Default: as the dashboard says. Who may not change it is refused. */
  runningUser?: Id<"User">;
  /** For each filter of the dashboard the id of an option, or undefined for all; up to three. */
  filters?: readonly (string | undefined)[];
}

/** How fresh a component is. */
export interface ComponentStatus {
  readonly componentId: string;
  readonly refreshStatus: OpenPicklist<"IDLE" | "RUNNING">;
  /** Null where it was never refreshed. */
  readonly refreshDate: string | null;
}

/** A chart, table or number of a dashboard, as it was at the last refresh. */
export interface ComponentResult extends ComponentStatus {
  readonly reportId: Id<"Report"> | null;
  readonly header: string | null;
  readonly title: string | null;
  readonly footer: string | null;
  readonly dataStatus: OpenPicklist<"NODATA" | "DATA" | "ERROR">;
  /** Why there is none, where `dataStatus` is `ERROR`. */
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
  /** Its report's groups and sums; undefined where there is no data. */
  readonly result: ReportResult | undefined;
}

/** A dashboard with data. */
export interface DashboardResult {
  readonly id: Id<"Dashboard">;
  readonly name: string;
  /** In the order of the answer. */
  readonly components: readonly ComponentResult[];
  /** What Salesforce answered. */
  readonly raw: WireDashboardResult;
}

/**
 * Dashboards: what their components show, and refreshing them. `GET /analytics/dashboards`.
 *
 * All calls throw SettingsError where an argument cannot be, before anything is sent, NotFoundError where the dashboard
 * is not there, and ForbiddenError where the user may not, or where more than 200 were refreshed in an hour.
 */
export interface Dashboards {
  /** The dashboards that the user looked at last; a query of `Dashboard` finds all. `GET /analytics/dashboards`. */
  list(options?: CallOptions): Promise<ListedDashboard[]>;

  /** Its components, filters and layout, without data. `GET /analytics/dashboards/{id}/describe`. */
  describe(id: Id<"Dashboard">, options?: CallOptions): Promise<DashboardMetadata>;

  /**
   * What its components showed at the last refresh. `GET /analytics/dashboards/{id}`.
   *
   * @example
   * const { components } = await sf.dashboards.results(id);
   * for (const { title, result } of components) console.log(title, result?.total().aggregates.RowCount?.value);
   */
  results(id: Id<"Dashboard">, options?: DashboardView & CallOptions): Promise<DashboardResult>;

  /** As `results`, of some components only. `POST /analytics/dashboards/{id}`. */
  components(
    id: Id<"Dashboard">,
    componentIds: readonly string[],
    options?: CallOptions,
  ): Promise<DashboardResult>;

  /** How fresh each component is. `GET /analytics/dashboards/{id}/status`. */
  status(id: Id<"Dashboard">, options?: DashboardView & CallOptions): Promise<ComponentStatus[]>;

  /** Starts a refresh, without waiting for it. `PUT /analytics/dashboards/{id}`. */
  startRefresh(id: Id<"Dashboard">, options?: DashboardView & CallOptions): Promise<void>;

  /**
   * Refreshes it, waits until no component is being refreshed, and gives what they show.
   * `PUT /analytics/dashboards/{id}`, then its status, then as `results`.
   *
   * @throws TimeoutError where it takes longer than `waitTimeout`, and `signal.reason`; the refresh goes on then
   */
  refresh(id: Id<"Dashboard">, options?: DashboardView & WaitOptions): Promise<DashboardResult>;

  /** Makes a copy in a folder. `POST /analytics/dashboards?cloneId=`. */
  clone(
    id: Id<"Dashboard">,
    args: { folderId: string; name?: string | undefined },
    options?: CallOptions,
  ): Promise<DashboardMetadata>;

  /** Deletes a dashboard; the reports it shows stay. `DELETE /analytics/dashboards/{id}`. */
  delete(id: Id<"Dashboard">, options?: CallOptions): Promise<void>;
}
