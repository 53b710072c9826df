import { createEnding, type Ending } from "./ending.js";
import { onAbort } from "./on-abort.js";

/** Timers cannot count further (24.8 days). */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** What ends a piece of work early. */
export interface Bounds {
  /** Its reason is what the work then rejects with. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds; Infinity for no limit. */
  readonly timeoutMs: number;
  readonly timeoutError: () => Error;
}

/**
 * Does work until its time is up or the signal aborts. It then rejects at once, even where the work does not
 * listen to what it was given.
 */
export function within<T>(bounds: Bounds, work: (ending: Ending) => Promise<T>): Promise<T> {
  const { signal, timeoutMs, timeoutError } = bounds;
  const ending = createEnding();
  return new Promise((resolve, reject) => {
    const end = (reason: unknown) => {
      ending.abort(reason);
      reject(reason);
    };
    if (signal?.aborted) return end(signal.reason);
    const leave = signal && onAbort(signal, () => end(signal.reason));
    const timer = timeoutMs < LONGEST_TIMER_MS ? setTimeout(() => end(timeoutError()), timeoutMs) : undefined;
    const release = () => {
      clearTimeout(timer);
      leave?.();
    };
    work(ending).then(
      (result) => {
        release();
        resolve(result);
      },
      (error) => {
        release();
        reject(error);
      },
    );
  });
}
