import { type Answer, type ApiCall, json, splitTarget } from "../http/call.js";
import { jsonParserError, requestFault } from "../http/fault.js";
import { expectObject, isJsonObject, type JsonObject } from "../http/json-body.js";
import type { OrgContext } from "../org-context.js";
import { ReferenceMissing, type References, resolveReferences } from "./composite-references.js";
import type { Route, RoutedCall } from "./route.js";

const MAX_REQUESTS = 25;
const MAX_QUERIES_AND_COLLECTIONS = 5;
const COUNTED_APART = /\/(query|queryAll|composite\/sobjects)(\/|\?|$)/;
const REFERENCE_ID = /^[A-Za-z0-9][A-Za-z0-9_]*$/;

interface SubRequest {
  readonly method: string;
  readonly url: string;
  readonly referenceId: string;
  readonly body: unknown;
  readonly headers: Headers;
}

interface SubResponse {
  readonly body: unknown;
  readonly httpHeaders: Readonly<Record<string, string>>;
  readonly httpStatusCode: number;
  readonly referenceId: string;
}

function halted(referenceId: string, message: string): SubResponse {
  const body = [{ errorCode: "PROCESSING_HALTED", message }];
  return { body, httpHeaders: {}, httpStatusCode: 400, referenceId };
}

function answerComposite(call: RoutedCall, context: OrgContext): Answer {
  const body = expectObject(call.body(), "CompositeRequest");
  const requests = readRequests(body);
  const attempt = (): SubResponse[] => answerInTurn(call, context, requests);
  if (body.allOrNone !== true) return json({ compositeResponse: attempt() });
  const worked = (responses: SubResponse[]): boolean => !responses.some(failed);
  const responses = context.store.transaction(attempt, worked);
  return json({ compositeResponse: worked(responses) ? responses : responses.map(rolledBack) });
}

function readRequests(body: JsonObject): SubRequest[] {
  const list = body.compositeRequest;
  if (!Array.isArray(list))
    throw jsonParserError("The request body must hold an array called compositeRequest.");
  if (list.length > MAX_REQUESTS) {
    throw requestFault(
      400,
      "LIMIT_EXCEEDED",
      `A composite request may hold at most ${MAX_REQUESTS} subrequests.`,
    );
  }
  const requests = list.map(readRequest);
  if (requests.filter((request) => COUNTED_APART.test(request.url)).length > MAX_QUERIES_AND_COLLECTIONS) {
    const message = `A composite request may hold at most ${MAX_QUERIES_AND_COLLECTIONS} queries and collections.`;
    throw requestFault(400, "LIMIT_EXCEEDED", message);
  }
  return requests;
}

function readRequest(raw: unknown): SubRequest {
  const { method, url, referenceId, body, httpHeaders } = expectObject(raw, "CompositeSubrequest");
  if (typeof method !== "string" || typeof url !== "string") {
    throw jsonParserError("Each subrequest needs a method and a url.");
  }
  if (typeof referenceId !== "string" || !REFERENCE_ID.test(referenceId)) {
    throw jsonParserError(
      `Provided referenceId ('${String(referenceId)}') must start with a letter or a number, ` +
        "and it can contain only letters, numbers and underscores ('_').",
    );
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(isJsonObject(httpHeaders) ? httpHeaders : {})) {
    headers.set(name, String(value));
  }
  return { method, url, referenceId, body, headers };
}

function answerInTurn(call: RoutedCall, context: OrgContext, requests: readonly SubRequest[]): SubResponse[] {
  const references: References = new Map();
  return requests.map((request) => {
    const response = answerOne(call, context, request, references);
    references.set(request.referenceId, response.httpStatusCode < 300 ? response.body : undefined);
    return response;
  });
}

function answerOne(
  call: RoutedCall,
  context: OrgContext,
  request: SubRequest,
  references: References,
): SubResponse {
  const { referenceId } = request;
  try {
    const url = String(resolveReferences(request.url, references));
    const body = resolveReferences(request.body, references);
    const answer = context.dispatch(subCall(call, request, url, body));
    const httpHeaders = { ...answer.headers };
    return { body: answer.body ?? null, httpHeaders, httpStatusCode: answer.status, referenceId };
  } catch (error) {
    if (!(error instanceof ReferenceMissing)) throw error;
    return halted(referenceId, error.message);
  }
}

function subCall(call: RoutedCall, request: SubRequest, url: string, body: unknown): ApiCall {
  const { path, query } = splitTarget(url);
  return {
    method: request.method,
    path,
    query,
    headers: request.headers,
    origin: call.origin,
    body: () => {
      if (body !== undefined) return body;
      throw jsonParserError("The HTTP entity body is required, but this request has no entity body.");
    },
  };
}

/** A collection inside fails the whole where one of its records does. */
function failed(response: SubResponse): boolean {
  if (response.httpStatusCode >= 400) return true;
  const { body } = response;
  return Array.isArray(body) && body.some((entry) => isJsonObject(entry) && entry.success === false);
}

function rolledBack(response: SubResponse): SubResponse {
  if (failed(response)) return response;
  const message = "The transaction was rolled back since another operation in the same transaction failed.";
  return halted(response.referenceId, message);
}

/** Several requests in one, each able to use the answers before it. */
export const composite: Route = {
  path: "/services/data/{version}/composite",
  methods: {
    GET: (call) =>
      json({ sobjects: `${call.dataPath}/composite/sobjects`, batch: `${call.dataPath}/composite/batch` }),
    POST: answerComposite,
  },
};
