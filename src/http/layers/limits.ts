import { createPermits } from "../../async/permits.js";
import type { UsageRecord } from "../api-usage.js";
import type { Layer } from "../pipeline.js";

/** Lets so many requests be under way at a time, and notes the usage that answers tell of. */
export function limits(concurrency: number, usage: UsageRecord): Layer {
  const withPermit = createPermits(concurrency);
  return (next) => (request, ending) => {
    const send = async () => {
      ending?.throwIfAborted();
      const answer = await next(request, ending);
      usage.note(answer.headers);
      return answer;
    };
    return request.isHeld ? send() : withPermit(send);
  };
}
