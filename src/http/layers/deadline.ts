import { within } from "../../async/within.js";
import { TimeoutError } from "../../errors.js";
import type { BoundBody } from "../answer-body.js";
import { type Layer, nameOf } from "../pipeline.js";

/**
 * Ends a request, all attempts and waits included, when its time is up or its signal aborts. Of a body that is
 * streamed each piece has that time: how long the whole takes is up to those who read it.
 */
export function deadline(defaultMs: number, boundBody?: BoundBody): Layer {
  return (next) => async (request) => {
    const timeoutMs = request.timeoutMs ?? defaultMs;
    const timeoutError = () =>
      new TimeoutError(`${nameOf(request)}: no answer within ${timeoutMs} ms.`, timeoutMs, {
        hint: "Give a longer `timeout`, in milliseconds, or ask for less at a time.",
      });
    const bounds = { signal: request.signal, timeoutMs, timeoutError };
    const answer = await within(bounds, (ending) => next(request, ending));
    if (boundBody === undefined || answer.stream === undefined) return answer;
    return { ...answer, stream: boundBody(answer.stream, bounds) };
  };
}
