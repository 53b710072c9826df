import { type Answer, errorEntries, parseBody } from "../decode.js";
import { ruleFor } from "../error-codes.js";
import type { AddressedRequest, Handler, WireRequest } from "../pipeline.js";
import type { Token, TokenSource } from "../token-source.js";

/**
 * Puts the token on and sends the request to the host it belongs to. Where Salesforce says that the session
 * has ended, renews the token and sends again: at most once a request.
 */
export function authorize(tokens: TokenSource, next: Handler<AddressedRequest>): Handler {
  const renewedFor = new WeakSet<WireRequest>();
  return async (request) => {
    const token = await tokens.current();
    const answer = await next(withToken(request, token));
    if (renewedFor.has(request) || !sessionEnded(answer)) return answer;
    renewedFor.add(request);
    return next(withToken(request, await tokens.renew(token)));
  };
}

function withToken(request: WireRequest, token: Token): AddressedRequest {
  const headers = { ...request.headers, authorization: `Bearer ${token.accessToken}` };
  return { ...request, headers, origin: token.instanceUrl };
}

function sessionEnded({ status, text }: Answer): boolean {
  if (status !== 401) return false;
  const [first] = errorEntries(status, parseBody(text));
  return ruleFor(first?.errorCode, first?.message, status).renew === true;
}
