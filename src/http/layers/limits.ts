import { createPermits } from "../../async/permits.js";
import type { UsageRecord } from "../api-usage.js";
import type { Handler, Layer } from "../pipeline.js";

/** Lets so many requests be under way at a time, and notes the usage that answers tell of. */
export function limits(concurrency: number, usage: UsageRecord): Layer {
  const withPermit = createPermits(concurrency);
  return (next) => {
    const noted: Handler = async (request, ending) => {
      ending?.throwIfAborted();
      const answer = await next(request, ending);
      usage.note(answer.headers);
      return answer;
    };
    return (request, ending) =>
      request.isHeld ? noted(request, ending) : withPermit(() => noted(request, ending));
  };
}
