import type { Answer } from "../answer.js";
import type { AddressedRequest, Handler, WireRequest } from "../pipeline.js";
import type { Token, TokenSource } from "../token-source.js";

/**
 * Puts the token on and sends the request to the host it belongs to. Where Salesforce says that the session
 * has ended, renews the token and sends again: at most once a request. A token that another process renewed
 * some time ago is tried first, where there is one.
 */
export function authorize(tokens: TokenSource, next: Handler<AddressedRequest>): Handler {
  const renewedFor = new WeakSet<WireRequest>();
  return async (request) => {
    const token = await tokens.current();
    const answer = await next(withToken(request, token));
    if (renewedFor.has(request) || !(await sessionEnded(answer))) return answer;
    renewedFor.add(request);
    const renewal = await tokens.renew(token);
    const second = await next(withToken(request, renewal.token));
    if (!renewal.isBorrowed || !(await sessionEnded(second))) return second;
    return next(withToken(request, (await tokens.renew(renewal.token)).token));
  };
}

function withToken(request: WireRequest, token: Token): AddressedRequest {
  const headers = { ...request.headers, authorization: `Bearer ${token.accessToken}` };
  return { ...request, headers, origin: token.instanceUrl };
}

async function sessionEnded(answer: Answer): Promise<boolean> {
  if (answer.status !== 401 && answer.status !== 403) return false;
  const { ruleOf } = await import("../refusal.js");
  return ruleOf(answer).renew === true;
}
