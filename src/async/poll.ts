import { type BackOff, backOffMs } from "./back-off.js";
import { sleep } from "./sleep.js";
import { type Bounds, within } from "./within.js";

/** How often to ask, and for how long. */
export interface Polling extends Bounds, BackOff {}

/**
 * Asks, with growing waits, until there is an answer.
 *
 * @param ask gives undefined where it is not yet there
 * @throws `timeoutError()` where it takes too long, and `signal.reason`
 */
export function poll<T>(polling: Polling, ask: (signal: AbortSignal) => Promise<T | undefined>): Promise<T> {
  return within(polling, async ({ signal }) => {
    for (let asked = 0; ; asked++) {
      await sleep(backOffMs(polling, asked), signal);
      const found = await ask(signal);
      if (found !== undefined) return found;
    }
  });
}
