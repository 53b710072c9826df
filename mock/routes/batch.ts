import { type Answer, json, splitTarget } from "../http/call.js";
import { jsonParserError, requestFault } from "../http/fault.js";
import { expectObject } from "../http/json-body.js";
import type { OrgContext } from "../org-context.js";
import type { Route, RoutedCall } from "./route.js";

const MAX_REQUESTS = 25;

interface BatchRequest {
  readonly method: string;
  readonly url: string;
  readonly richInput: unknown;
}

interface BatchResult {
  readonly statusCode: number;
  readonly result: unknown;
}

const HALTED: BatchResult = {
  statusCode: 412,
  result: [
    {
      errorCode: "BATCH_PROCESSING_HALTED",
      message: "Batch processing halted per request after earlier error",
    },
  ],
};

function answerBatch(call: RoutedCall, context: OrgContext): Answer {
  const body = expectObject(call.body(), "BatchRequest");
  const requests = readRequests(body.batchRequests);
  const results: BatchResult[] = [];
  let hasErrors = false;
  for (const request of requests) {
    const result: BatchResult =
      hasErrors && body.haltOnError === true ? HALTED : answerOne(call, context, request);
    hasErrors ||= result.statusCode >= 400;
    results.push(result);
  }
  return json({ hasErrors, results });
}

function readRequests(list: unknown): BatchRequest[] {
  if (!Array.isArray(list))
    throw jsonParserError("The request body must hold an array called batchRequests.");
  if (list.length > MAX_REQUESTS) {
    throw requestFault(400, "LIMIT_EXCEEDED", `A batch may hold at most ${MAX_REQUESTS} subrequests.`);
  }
  return list.map((raw) => {
    const { method, url, richInput } = expectObject(raw, "BatchSubrequest");
    if (typeof method !== "string" || typeof url !== "string") {
      throw jsonParserError("Each subrequest needs a method and a url.");
    }
    return { method, url, richInput };
  });
}

/** Sub-request urls have no `/services/data/`, and each counts as a request of its own. */
function answerOne(call: RoutedCall, context: OrgContext, request: BatchRequest): BatchResult {
  if (!context.limits.count()) {
    const message = "TotalRequests Limit exceeded.";
    return { statusCode: 403, result: [{ errorCode: "REQUEST_LIMIT_EXCEEDED", message }] };
  }
  const relative = request.url.replace(/^\/?(services\/data\/)?/, "");
  const { path, query } = splitTarget(`/services/data/${relative}`);
  const answer = context.dispatch({
    method: request.method,
    path,
    query,
    headers: new Headers(),
    origin: call.origin,
    body: () => request.richInput ?? null,
  });
  return { statusCode: answer.status, result: answer.body ?? null };
}

/** Several independent requests in one. */
export const batch: Route = {
  path: "/services/data/{version}/composite/batch",
  methods: { POST: answerBatch },
};
