import { createPermits } from "../../async/permits.js";
import type { UsageRecord } from "../api-usage.js";
import type { Layer } from "../pipeline.js";

/** Lets so many requests be under way at a time, and notes the usage that answers tell of. */
export function limits(concurrency: number, usage: UsageRecord): Layer {
  const withPermit = createPermits(concurrency);
  return (next) => async (request, ending) => {
    const answer = await withPermit(() => {
      ending?.throwIfAborted();
      return next(request, ending);
    });
    usage.note(answer.headers);
    return answer;
  };
}
