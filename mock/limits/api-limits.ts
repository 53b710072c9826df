import { MAXIMA, PARTS } from "./maxima.js";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const DAILY_API_REQUESTS = "DailyApiRequests";

/** An entry of the limits resource; a limit within it is an entry of its own. */
export interface LimitEntry {
  readonly Max: number;
  readonly Remaining: number;
  readonly [part: string]: number | LimitEntry;
}

export interface ApiLimits {
  /** Counts one API request; false where none is left. */
  count(): boolean;
  /** Counts a use of another limit, such as `HourlyPublishedPlatformEvents`; false where less than that is left. */
  spend(name: string, amount?: number): boolean;
  /** The value of `Sforce-Limit-Info`. */
  header(): string;
  table(): Record<string, LimitEntry>;
}

interface Usage {
  used: number;
  /** When it was counted from, in milliseconds. */
  since: number;
}

/** Counts uses over the hour or the day that begins with the first of them. Limits it does not know have no end. */
export function createApiLimits(overrides: Readonly<Record<string, number>>, now: () => Date): ApiLimits {
  const maxima: Readonly<Record<string, number>> = { ...MAXIMA, ...overrides };
  const usages = new Map<string, Usage>();

  function usageOf(name: string): Usage {
    const time = now().getTime();
    const known = usages.get(name);
    if (known !== undefined && time - known.since < periodOf(name)) return known;
    const usage: Usage = { used: 0, since: time };
    usages.set(name, usage);
    return usage;
  }

  function spend(name: string, amount = 1): boolean {
    const usage = usageOf(name);
    if (usage.used + amount > (maxima[name] ?? Number.POSITIVE_INFINITY)) return false;
    usage.used += amount;
    return true;
  }

  const entryOf = (name: string, Max: number): LimitEntry => ({
    Max,
    Remaining: Max - usageOf(name).used,
    ...partsOf(name),
  });

  return {
    spend,
    count: () => spend(DAILY_API_REQUESTS),
    header: () => `api-usage=${usageOf(DAILY_API_REQUESTS).used}/${maxima[DAILY_API_REQUESTS] ?? 0}`,
    table: () =>
      Object.fromEntries(
        Object.entries(maxima)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, max]) => [name, entryOf(name, max)]),
      ),
  };
}

function periodOf(name: string): number {
  if (name.startsWith("Daily")) return DAY_MS;
  return name.startsWith("Hourly") ? HOUR_MS : Number.POSITIVE_INFINITY;
}

function partsOf(name: string): Record<string, LimitEntry> {
  const parts = Object.entries(PARTS[name] ?? {});
  return Object.fromEntries(parts.map(([part, Max]) => [part, { Max, Remaining: Max }]));
}
