/** A chart, table or number of a dashboard. */
export interface DashboardComponentDefinition {
  /** Unique name of the report it shows. */
  readonly report: string;
  readonly header?: string;
  readonly title?: string;
  readonly footer?: string;
  /** As `"Bar"` or `"Metric"`. Default: `"Table"`. */
  readonly visualizationType?: string;
}

/** A dashboard, which shows nothing before it is first refreshed. */
export interface DashboardDefinition {
  /** Default: its unique name. */
  readonly title?: string;
  readonly description?: string;
  readonly components: readonly DashboardComponentDefinition[];
}

/** Dashboards by their unique names. */
export type DashboardDefinitions = Readonly<Record<string, DashboardDefinition>>;
