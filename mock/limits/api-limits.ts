const DAY_MS = 24 * 60 * 60 * 1000;
const DAILY_API_REQUESTS = "DailyApiRequests";

/** Maxima of a developer org, but for API requests: a test suite should not run out by accident. */
const MAXIMA: Readonly<Record<string, number>> = {
  ConcurrentAsyncGetReportInstances: 200,
  ConcurrentSyncReportRuns: 20,
  [DAILY_API_REQUESTS]: 5_000_000,
  DailyAsyncApexExecutions: 250_000,
  DailyAsyncApexTests: 500,
  DailyBulkApiBatches: 15_000,
  DailyBulkV2QueryFileStorageMB: 976_562,
  DailyBulkV2QueryJobs: 10_000,
  DailyDeliveredPlatformEvents: 10_000,
  DailyGenericStreamingApiEvents: 10_000,
  DailyStandardVolumePlatformEvents: 10_000,
  DailyStreamingApiEvents: 10_000,
  DailyWorkflowEmails: 8_040,
  DataStorageMB: 5,
  FileStorageMB: 20,
  HourlyAsyncReportRuns: 1_200,
  HourlyDashboardRefreshes: 200,
  HourlyODataCallout: 1_000,
  HourlyPublishedPlatformEvents: 50_000,
  HourlySyncReportRuns: 500,
  HourlyTimeBasedWorkflow: 1_000,
  MassEmail: 10,
  PermissionSets: 1_500,
  SingleEmail: 15,
  StreamingApiConcurrentClients: 20,
};

export interface ApiLimits {
  /** Counts one API request; false where none is left. */
  count(): boolean;
  /** The value of `Sforce-Limit-Info`. */
  header(): string;
  table(): Record<string, { Max: number; Remaining: number }>;
}

/** Counts API requests over a day that begins with the first. */
export function createApiLimits(overrides: Readonly<Record<string, number>>, now: () => Date): ApiLimits {
  const maxima: Record<string, number> = { ...MAXIMA, ...overrides };
  const max = maxima[DAILY_API_REQUESTS] ?? 0;
  let used = 0;
  let since = now().getTime();
  return {
    count() {
      const time = now().getTime();
      if (time - since >= DAY_MS) {
        used = 0;
        since = time;
      }
      if (used >= max) return false;
      used += 1;
      return true;
    },
    header: () => `api-usage=${used}/${max}`,
    table: () =>
      Object.fromEntries(
        Object.entries(maxima)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, Max]) => [name, { Max, Remaining: name === DAILY_API_REQUESTS ? Max - used : Max }]),
      ),
  };
}
