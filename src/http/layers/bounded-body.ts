import { onAbort } from "../../async/on-abort.js";
import type { Bounds } from "../../async/within.js";
import type { AnswerBody } from "../answer-body.js";

/** Timers cannot count further (24.8 days). */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * A body of which each piece has to come in time. One timer serves all pieces: where it rings early for the one
 * that is waited for, it is set anew.
 */
export function boundedBody(body: AnswerBody, { signal, timeoutMs, timeoutError }: Bounds): AnswerBody {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let leave: (() => void) | undefined;
  let askedAt = 0;
  /** Ends the wait for a piece; undefined while none is waited for. */
  let fail: ((reason: unknown) => void) | undefined;

  const setTimer = (ms: number) => {
    timer = setTimeout(onTimer, Math.min(ms, LONGEST_TIMER_MS));
  };
  const onTimer = () => {
    timer = undefined;
    if (fail === undefined) return;
    const leftMs = askedAt + timeoutMs - performance.now();
    if (leftMs > 0) setTimer(leftMs);
    else fail(timeoutError());
  };
  const release = () => {
    clearTimeout(timer);
    timer = undefined;
    leave?.();
    leave = undefined;
  };
  const watch = () => {
    askedAt = performance.now();
    if (timer === undefined && timeoutMs !== Number.POSITIVE_INFINITY) setTimer(timeoutMs);
    leave ??= signal && onAbort(signal, () => fail?.(signal.reason));
  };

  return {
    async read() {
      try {
        signal?.throwIfAborted();
        watch();
        const piece = await new Promise<Uint8Array | undefined>((resolve, reject) => {
          fail = reject;
          body.read().then(resolve, reject);
        });
        if (piece === undefined) release();
        return piece;
      } catch (error) {
        release();
        // Not waited for: a connection that hangs may never answer.
        void body.cancel();
        throw error;
      } finally {
        fail = undefined;
      }
    },
    cancel() {
      release();
      return body.cancel();
    },
  };
}
