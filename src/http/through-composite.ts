import type { Ending } from "../async/ending.js";
import { type Answer, parseBody, succeeded } from "./answer.js";
import type { Handler, WireRequest } from "./pipeline.js";

/** Sends a GET in the body of a composite request, and takes its answer out again. */
export async function throughComposite(
  request: WireRequest,
  next: Handler,
  ending?: Ending,
): Promise<Answer> {
  const [, root] = /^(\/services\/data\/v\d+\.\d)\//.exec(request.path) ?? [];
  if (root === undefined) return next(request, ending);
  return innerAnswer(await next(inComposite(request, `${root}/composite`), ending));
}

function inComposite(request: WireRequest, path: string): WireRequest {
  const { method, path: url, headers } = request;
  // Salesforce does not take these for a request inside.
  const { accept: _, "content-type": __, ...httpHeaders } = headers;
  const body = JSON.stringify({ compositeRequest: [{ method, url, referenceId: "request", httpHeaders }] });
  const outer = { ...headers, "content-type": "application/json; charset=utf-8" };
  return { ...request, method: "POST", path, headers: outer, body, receive: undefined };
}

function innerAnswer(answer: Answer): Answer {
  if (!succeeded(answer.status)) return answer;
  const { compositeResponse } = (parseBody(answer.text) ?? {}) as Partial<CompositeAnswer>;
  const [inner] = compositeResponse ?? [];
  if (inner === undefined) return answer;
  return { ...answer, status: inner.httpStatusCode, text: JSON.stringify(inner.body ?? null) };
}

interface CompositeAnswer {
  readonly compositeResponse: readonly { readonly httpStatusCode: number; readonly body: unknown }[];
}
