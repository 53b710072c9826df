import { createPermits } from "../../async/permits.js";
import type { Layer } from "../pipeline.js";

/** What the org has used of its API requests of the last 24 hours, as its last answer said. */
export interface ApiUsage {
  readonly used: number;
  readonly max: number;
}

/** Lets so many requests be under way at a time, and reports the usage that answers tell of. */
export function limits(concurrency: number, onUsage: (usage: ApiUsage) => void): Layer {
  const withPermit = createPermits(concurrency);
  return (next) => async (request) => {
    const answer = await withPermit(() => {
      request.ending?.throwIfAborted();
      return next(request);
    });
    const usage = /api-usage=(\d+)\/(\d+)/.exec(answer.headers.get("sforce-limit-info") ?? "");
    if (usage !== null) onUsage({ used: Number(usage[1]), max: Number(usage[2]) });
    return answer;
  };
}
