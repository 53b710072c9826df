/** What a component shows, and what it showed at the last refresh. */
export interface ComponentContent {
  readonly id: string;
  readonly reportId: string;
  readonly header: string | null;
  readonly title: string | null;
  readonly footer: string | null;
  readonly visualizationType: string;
  readonly refreshDate: string | null;
  readonly result: object | null;
  /** Why there is no result. */
  readonly error: { readonly errorCode: string; readonly errorMessage: string } | null;
}

/** What a dashboard keeps beside its fields. */
export interface DashboardContent {
  readonly components: readonly ComponentContent[];
  /** Whether a refresh was started that has not been looked at since. */
  readonly isRefreshing: boolean;
}
