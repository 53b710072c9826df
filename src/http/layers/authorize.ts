import type { Answer } from "../answer.js";
import type { Exchange, Handler, WireRequest } from "../pipeline.js";
import type { TokenSource } from "../token-source.js";

/**
 * Puts the token on and sends the request to the host it belongs to. Where Salesforce says that the session
 * has ended, renews the token and sends again: at most once a request. A token that another process renewed
 * some time ago is tried first, where there is one.
 */
export function authorize(tokens: TokenSource, next: Exchange): Handler {
  const renewedFor = new WeakSet<WireRequest>();
  return async (request, ending) => {
    const current = tokens.current();
    // To wait for what is at hand would cost every request.
    const token = current instanceof Promise ? await current : current;
    const answer = await next(request, token, ending);
    if (!mayHaveEnded(answer) || renewedFor.has(request) || !(await sessionEnded(answer))) return answer;
    renewedFor.add(request);
    const renewal = await tokens.renew(token);
    // The next request has the new token.
    if (request.isOnce) return answer;
    const second = await next(request, renewal.token, ending);
    if (!renewal.isBorrowed || !mayHaveEnded(second) || !(await sessionEnded(second))) return second;
    return next(request, (await tokens.renew(renewal.token)).token, ending);
  };
}

function mayHaveEnded({ status }: Answer): boolean {
  return status === 401 || status === 403;
}

async function sessionEnded(answer: Answer): Promise<boolean> {
  const { ruleOf } = await import("../refusal.js");
  return ruleOf(answer).renew === true;
}
