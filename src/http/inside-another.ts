import type { Ending } from "../async/ending.js";
import { type Answer, parseBody, succeeded } from "./answer.js";
import type { Handler, WireRequest } from "./pipeline.js";

/** A request that holds another one, and how the answer to that is found in its own. */
interface Outer {
  /** Below `/services/data/v{version}`. */
  readonly path: string;
  readonly body: unknown;
  readonly innerAnswer: (body: unknown) => { readonly status: number; readonly body: unknown } | undefined;
}

/** What Salesforce takes in a composite request: records and queries. */
const IN_COMPOSITE = /^\/(sobjects|query|queryAll|composite\/sobjects)[/?]/;

/** Sends a GET in the body of another request, and takes its answer out again. */
export async function insideAnother(request: WireRequest, next: Handler, ending?: Ending): Promise<Answer> {
  // Neither of them takes what is of the Tooling API: Salesforce says itself that it is too long.
  const [, root = "", version = "", path = ""] =
    /^(\/services\/data\/(v\d+\.\d))(\/(?!tooling\/).*)$/s.exec(request.path) ?? [];
  if (root === "") return next(request, ending);
  const outer = IN_COMPOSITE.test(path) ? inComposite(request) : inBatch(version + path);
  const answer = await next(
    {
      ...request,
      method: "POST",
      path: root + outer.path,
      headers: { ...request.headers, "content-type": "application/json; charset=utf-8" },
      body: JSON.stringify(outer.body),
      receive: undefined,
    },
    ending,
  );
  const inner = succeeded(answer.status) ? outer.innerAnswer(parseBody(answer.text) ?? {}) : undefined;
  if (inner === undefined) return answer;
  return { ...answer, status: inner.status, text: JSON.stringify(inner.body ?? null) };
}

function inComposite({ method, path: url, headers }: WireRequest): Outer {
  // Salesforce does not take these for a request inside.
  const { accept: _, "content-type": __, ...httpHeaders } = headers;
  return {
    path: "/composite",
    body: { compositeRequest: [{ method, url, referenceId: "request", httpHeaders }] },
    innerAnswer(answer) {
      const { compositeResponse } = answer as {
        compositeResponse?: { httpStatusCode: number; body: unknown }[];
      };
      const inner = compositeResponse?.[0];
      return inner && { status: inner.httpStatusCode, body: inner.body };
    },
  };
}

/** Takes searches and limits, too. Each request inside counts as one of its own, and has no headers. */
function inBatch(url: string): Outer {
  return {
    path: "/composite/batch",
    body: { batchRequests: [{ method: "GET", url }] },
    innerAnswer(answer) {
      const { results } = answer as { results?: { statusCode: number; result: unknown }[] };
      const inner = results?.[0];
      return inner && { status: inner.statusCode, body: inner.result };
    },
  };
}
