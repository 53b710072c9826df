import { type BackOff, backOffMs } from "../../async/back-off.js";
import { sleep } from "../../async/sleep.js";
import { isOrgtypeError } from "../../errors.js";
import { type Answer, succeeded } from "../answer.js";
import type { Layer, WireRequest } from "../pipeline.js";

export interface RetrySettings extends BackOff {
  readonly times: number;
}

/** Sends again what failed in passing, where that is safe, with growing waits. */
export function retry(settings: RetrySettings): Layer {
  return (next) => async (request, ending) => {
    for (let repetition = 0; ; repetition++) {
      let outcome: Outcome;
      try {
        const answer = await next(request, ending);
        if (succeeded(answer.status)) return answer;
        outcome = { answer };
      } catch (error) {
        outcome = { error };
      }
      const isLast = repetition >= settings.times || request.isOnce;
      if (isLast || !(await mayRepeat(outcome, request))) return settle(outcome);
      const delayMs = askedDelayMs(outcome) ?? backOffMs(settings, repetition);
      if (delayMs > settings.maxDelayMs) return settle(outcome);
      await sleep(delayMs, ending?.signal);
    }
  };
}

/** A refusal or an error. */
type Outcome = { readonly answer: Answer } | { readonly error: unknown };

function settle(outcome: Outcome): Answer {
  if ("error" in outcome) throw outcome.error;
  return outcome.answer;
}

async function mayRepeat(outcome: Outcome, request: WireRequest): Promise<boolean> {
  if ("error" in outcome) {
    // A failed login has been repeated where it happened.
    return (
      request.repeatable &&
      isOrgtypeError(outcome.error, "ConnectionError") &&
      outcome.error.code === "connection"
    );
  }
  const { ruleOf } = await import("../refusal.js");
  const rule = ruleOf(outcome.answer);
  return rule.retry === "always" || (rule.retry === "repeatable" && request.repeatable);
}

/** The wait that the answer asks for: `Retry-After`, in seconds or as a date. */
function askedDelayMs(outcome: Outcome): number | undefined {
  const asked = "answer" in outcome ? outcome.answer.headers.get("retry-after") : null;
  if (asked === null) return undefined;
  const ms = /^\s*\d+\s*$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
