import { within } from "../../async/within.js";
import { TimeoutError } from "../../errors.js";
import { type Layer, nameOf } from "../pipeline.js";

/** Ends a request, all attempts and waits included, when its time is up or its signal aborts. */
export function deadline(defaultMs: number): Layer {
  return (next) => (request) => {
    const timeoutMs = request.timeoutMs ?? defaultMs;
    const timeoutError = () =>
      new TimeoutError(`${nameOf(request)}: no answer within ${timeoutMs} ms.`, timeoutMs, {
        hint: "Give a longer `timeout`, in milliseconds, or ask for less at a time.",
      });
    return within({ signal: request.signal, timeoutMs, timeoutError }, (signal) =>
      next({ ...request, signal }),
    );
  };
}
