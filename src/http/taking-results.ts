import { parseBody } from "./answer.js";
import type { Handler } from "./pipeline.js";

/**
 * A handler that takes a 400 for an answer where its body has the results of all that was sent: it says then that
 * some of it failed.
 */
export function takingResults(handler: Handler, isResult: (value: unknown) => boolean): Handler {
  return async (request, ending) => {
    const answer = await handler(request, ending);
    if (answer.status !== 400) return answer;
    const body = parseBody(answer.text);
    const results: unknown[] = Array.isArray(body) ? body : [body];
    return results.length > 0 && results.every(isResult) ? { ...answer, status: 200 } : answer;
  };
}
