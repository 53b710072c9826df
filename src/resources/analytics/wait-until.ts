import { poll } from "../../async/poll.js";
import { TimeoutError } from "../../errors.js";
import type { CallOptions } from "../../http/call-options.js";
import { atLeast, checkTimeout } from "../../settings/settings.js";
import type { WaitOptions } from "./wait-options.js";

/** Options that were left out have their default. */
export interface WaitSettings {
  readonly call: CallOptions;
  readonly firstDelayMs: number;
  readonly maxDelayMs: number;
  readonly timeoutMs: number;
}

/** @throws SettingsError that names the option */
export function waitSettings(options: WaitOptions): WaitSettings {
  const { signal, timeout, headers, pollMs = 500, maxPollMs, waitTimeout } = options;
  const firstDelayMs = atLeast(0, pollMs, "pollMs");
  return {
    call: {
      ...(signal !== undefined && { signal }),
      ...(timeout !== undefined && { timeout }),
      ...(headers !== undefined && { headers }),
    },
    firstDelayMs,
    maxDelayMs: atLeast(0, maxPollMs ?? Math.max(30_000, firstDelayMs), "maxPollMs"),
    timeoutMs: checkTimeout(waitTimeout ?? Number.POSITIVE_INFINITY, "waitTimeout"),
  };
}

/**
 * Asks, with growing waits, until there is an answer.
 *
 * @param what is waited for, for the error
 * @param ask gives undefined where it is not yet there
 * @throws TimeoutError where it takes too long, and `signal.reason`
 */
export function waitUntil<T>(
  what: string,
  { call, timeoutMs, ...delays }: WaitSettings,
  ask: (options: CallOptions) => Promise<T | undefined>,
): Promise<T> {
  const timeoutError = () =>
    new TimeoutError(`${what} has not ended within ${timeoutMs} ms.`, timeoutMs, {
      hint: "It goes on. Give a longer `waitTimeout`, in milliseconds, or none.",
    });
  return poll({ ...delays, signal: call.signal, timeoutMs, timeoutError }, (signal) =>
    ask({ ...call, signal }),
  );
}
