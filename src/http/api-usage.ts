import type { AnswerHeaders } from "./answer-headers.js";

/** What the org has used of its API requests of the last 24 hours, as its last answer said. */
export interface ApiUsage {
  readonly used: number;
  readonly max: number;
}

/** Remembers the usage that answers tell of. */
export interface UsageRecord {
  note(headers: AnswerHeaders): void;
  /** Undefined before the first answer that told. */
  latest(): ApiUsage | undefined;
}

const USAGE = /api-usage=(\d+)\/(\d+)/;

/** Every answer tells, few ask: what it says is read when it is asked for. */
export function createUsageRecord(): UsageRecord {
  let noted = "";
  let latest: ApiUsage | undefined;

  return {
    note(headers) {
      noted = headers.get("sforce-limit-info") ?? noted;
    },
    latest() {
      const [, used, max] = USAGE.exec(noted) ?? [];
      if (used !== undefined && max !== undefined) latest = { used: Number(used), max: Number(max) };
      return latest;
    },
  };
}
