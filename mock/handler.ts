import type { FaultSource } from "./faults/faults.js";
import { answerWithFault } from "./faults/with-faults.js";
import { type Answer, type ApiCall, json } from "./http/call.js";
import { wireBody } from "./http/call-body.js";
import { ApiFault, requestFault } from "./http/fault.js";
import { toResponse } from "./http/to-response.js";
import { answerOAuth } from "./oauth/oauth-endpoints.js";
import { requireSession } from "./oauth/session-user.js";
import type { OrgContext } from "./org-context.js";
import { orgPage } from "./page/org-page.js";
import type { RequestLog } from "./request-log.js";
import { faultAnswer, type Router, run } from "./router.js";
import { isGraphQLPath, loadGraphQL } from "./routes/graphql.js";
import { answerCometd, isCometdPath } from "./streaming/cometd.js";

/** Bytes of a URL, and of a URL with the headers. */
const MAX_LENGTH = 16_384;

/** What a handler tells of its requests, and takes from tests. */
export interface HandlerTools {
  readonly faults: FaultSource;
  /** The requests answered so far, the oldest first. */
  readonly requests: RequestLog;
}

/**
 * Answers requests as the org: the one door every adapter uses. Rejects with ConnectionCut where a fault leaves
 * a request without an answer.
 */
export function createHandler(
  context: OrgContext,
  router: Router,
  { faults, requests }: HandlerTools,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url);
    const { method } = request;
    const path = url.pathname;
    const began = performance.now();
    const log = (status: number) => requests.add({ method, path, status, ms: performance.now() - began });
    try {
      const { response, status } = await answerWithFault(faults.take({ method, path }), {
        answer: () => answerAny(request, url, context, router, requests).catch(unexpectedAnswer),
        toResponse: (answer) => (answer instanceof Response ? answer : toResponse(request, answer)),
      });
      log(status);
      return response;
    } catch (error) {
      log(0);
      throw error;
    }
  };
}

async function answerAny(
  request: Request,
  url: URL,
  context: OrgContext,
  router: Router,
  requests: RequestLog,
): Promise<Answer | Response> {
  if (url.pathname === "/" && request.method === "GET") return orgPage(context, requests);
  return answerRequest(request, url, context, router);
}

/** A mistake of this org's own: told apart from its refusals, as Salesforce does. */
function unexpectedAnswer(error: unknown): Answer {
  return json(
    [{ errorCode: "UNKNOWN_EXCEPTION", message: `The embedded org failed: ${String(error)}` }],
    500,
  );
}

async function answerRequest(
  request: Request,
  url: URL,
  context: OrgContext,
  router: Router,
): Promise<Answer | Response> {
  const tooLong = refuseTooLong(request, url);
  if (tooLong !== undefined) return tooLong;
  const bytes = await readBody(request);
  if (bytes === null)
    return json([{ errorCode: "JSON_PARSER_ERROR", message: "The body does not inflate" }], 400);
  const body = wireBody(request.headers.get("Content-Type"), bytes);
  const oauth = await answerOAuth(request, url, body.text(), context);
  if (oauth !== undefined) return oauth;
  if (isCometdPath(url.pathname)) {
    const { method, headers, signal } = request;
    return answerCometd({ method, path: url.pathname, headers, body: body.text(), signal }, context);
  }
  const call: ApiCall = {
    ...body,
    method: request.method,
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    origin: url.origin,
  };
  if (isGraphQLPath(url.pathname)) await loadGraphQL();
  return answerCall(call, context, router);
}

function refuseTooLong(request: Request, url: URL): Answer | undefined {
  const urlLength = request.url.length - url.origin.length;
  if (urlLength > MAX_LENGTH) {
    return json([{ errorCode: "URI_TOO_LONG", message: "The URL is longer than 16,384 bytes" }], 414);
  }
  let length = urlLength;
  for (const [name, value] of request.headers) length += name.length + value.length;
  if (length <= MAX_LENGTH) return undefined;
  const message = "The URL and the headers are together longer than 16,384 bytes";
  return json([{ errorCode: "REQUEST_HEADER_FIELDS_TOO_LARGE", message }], 431);
}

/** Inflates a compressed body; null where it is not what its header says. */
async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer> | null> {
  const encoding = request.headers.get("Content-Encoding")?.trim().toLowerCase();
  const isCompressed = request.body !== null && (encoding === "gzip" || encoding === "deflate");
  try {
    const body = isCompressed
      ? new Response(request.body.pipeThrough(new DecompressionStream(encoding)))
      : request;
    return new Uint8Array(await body.arrayBuffer());
  } catch (error) {
    if (isCompressed) return null;
    throw error;
  }
}

function answerCall(call: ApiCall, context: OrgContext, router: Router): Answer {
  try {
    const match = matchOrHide(call, context, router);
    if (match.route.open === true) return run(match, context);
    const { userId } = requireSession(call.headers, context);
    countRequest(context);
    const answer = run(match, context.as(userId));
    return { ...answer, headers: { ...answer.headers, "Sforce-Limit-Info": context.limits.header() } };
  } catch (error) {
    return faultAnswer(error);
  } finally {
    context.changes.commit(originOf(call));
  }
}

/** What change events say made a change: the API, its version, and the client by the name it gives itself. */
function originOf({ path, headers }: ApiCall): string {
  const [, version, resource] = /^\/services\/data\/v(\d+\.\d)\/(\w*)/.exec(path) ?? [];
  if (version === undefined) return "";
  const client = /(?:^|[\s,;])client=([^\s,;]+)/.exec(headers.get("Sforce-Call-Options") ?? "")?.[1];
  const api = resource === "jobs" ? "bulkapi" : "rest";
  return `com/salesforce/api/${api}/${version}${client === undefined ? "" : `;client=${client}`}`;
}

/** A caller without a session is not told which resources there are. */
function matchOrHide(call: ApiCall, context: OrgContext, router: Router) {
  try {
    return router.match(call);
  } catch (error) {
    requireSession(call.headers, context);
    countRequest(context);
    if (!(error instanceof ApiFault)) throw error;
    throw new ApiFault(error.status, error.entries, { "Sforce-Limit-Info": context.limits.header() });
  }
}

function countRequest(context: OrgContext): void {
  if (context.limits.count()) return;
  throw requestFault(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
}
