import { type ApiCall, splitTarget } from "../http/call.js";
import { nestedBody } from "../http/call-body.js";
import { jsonParserError, requestFault } from "../http/fault.js";
import { expectObject, isJsonObject } from "../http/json-body.js";
import type { OrgContext } from "../org-context.js";
import { ReferenceMissing, type References, resolveReferences } from "./composite-references.js";
import type { RoutedCall } from "./route.js";

const REFERENCE_ID = /^[A-Za-z0-9][A-Za-z0-9_]*$/;
/** Headers a sub-request takes from the request around it. */
const INHERITED = ["accept", "authorization", "content-type"];
/** What can be asked for in a composite request: records and queries. */
const TAKEN = /^\/services\/data\/v\d+\.\d\/(sobjects|query|queryAll|composite\/sobjects)(\/|\?|$)/;

/** A request inside a composite one. */
export interface SubRequest {
  readonly method: string;
  readonly url: string;
  readonly referenceId: string;
  readonly body: unknown;
  readonly headers: Headers;
}

export interface SubResponse {
  readonly body: unknown;
  readonly httpHeaders: Readonly<Record<string, string>>;
  readonly httpStatusCode: number;
  readonly referenceId: string;
}

/** The requests of a `compositeRequest` list. */
export function readSubRequests(list: unknown): SubRequest[] {
  if (!Array.isArray(list))
    throw jsonParserError("The request body must hold an array called compositeRequest.");
  const requests = list.map(readSubRequest);
  const ids = new Set(requests.map((request) => request.referenceId));
  if (ids.size < requests.length) throw jsonParserError("Each subrequest needs a referenceId of its own.");
  return requests;
}

function readSubRequest(raw: unknown): SubRequest {
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
  return { method, url, referenceId, body: body ?? undefined, headers: readHeaders(httpHeaders) };
}

function readHeaders(given: unknown): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(isJsonObject(given) ? given : {})) {
    if (INHERITED.includes(name.toLowerCase())) {
      throw requestFault(400, "INVALID_INPUT_COMBINATION", `A subrequest cannot have the header ${name}.`);
    }
    headers.set(name, String(value));
  }
  return headers;
}

/** Answers requests in turn, each able to use the answers before it. */
export function answerInTurn(
  call: RoutedCall,
  context: OrgContext,
  requests: readonly SubRequest[],
): SubResponse[] {
  return requests.map(answering(call, context));
}

/** Answers requests in turn until one fails, which undoes those before it and leaves the rest untried. */
export function answerAllOrNone(
  call: RoutedCall,
  context: OrgContext,
  requests: readonly SubRequest[],
): { responses: SubResponse[]; isSuccessful: boolean } {
  const answer = answering(call, context);
  let failure: SubResponse | undefined;
  const attempt = (): SubResponse[] =>
    requests.map((request) => {
      if (failure !== undefined) return rolledBack(request.referenceId);
      const response = answer(request);
      if (hasFailed(response)) failure = response;
      return response;
    });
  const responses = context.store.transaction(attempt, () => failure === undefined);
  if (failure === undefined) return { isSuccessful: true, responses };
  const undone = responses.map((response) =>
    response === failure ? response : rolledBack(response.referenceId),
  );
  return { isSuccessful: false, responses: undone };
}

/** Makes the function that answers one request after another, and remembers what they may refer to. */
function answering(call: RoutedCall, context: OrgContext): (request: SubRequest) => SubResponse {
  const references: References = new Map();
  return (request) => {
    const response = answerOne(call, context, request, references);
    references.set(request.referenceId, response.httpStatusCode < 300 ? response.body : undefined);
    return response;
  };
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
    if (!TAKEN.test(url)) return notTaken(request);
    const body = resolveReferences(request.body, references);
    const answer = context.dispatch(subCall(call, request, url, body));
    if (answer.content !== undefined) return refused(referenceId, "A blob cannot be read by a subrequest.");
    const httpHeaders = { ...answer.headers };
    return { body: answer.body ?? null, httpHeaders, httpStatusCode: answer.status, referenceId };
  } catch (error) {
    if (!(error instanceof ReferenceMissing)) throw error;
    return halted(referenceId, error.message);
  }
}

function subCall(call: RoutedCall, request: SubRequest, url: string, body: unknown): ApiCall {
  const { path, query } = splitTarget(url);
  const { method, headers } = request;
  return { ...nestedBody(body), method, path, query, headers, origin: call.origin };
}

/** A collection inside fails the whole where one of its records does. */
function hasFailed(response: SubResponse): boolean {
  if (response.httpStatusCode >= 400) return true;
  const { body } = response;
  return Array.isArray(body) && body.some((entry) => isJsonObject(entry) && entry.success === false);
}

function rolledBack(referenceId: string): SubResponse {
  const message = "The transaction was rolled back since another operation in the same transaction failed.";
  return halted(referenceId, message);
}

export function halted(referenceId: string, message: string): SubResponse {
  const body = [{ errorCode: "PROCESSING_HALTED", message }];
  return { body, httpHeaders: {}, httpStatusCode: 400, referenceId };
}

function notTaken({ method, url, referenceId }: SubRequest): SubResponse {
  const message = `The subrequest ${method} ${url} is not supported in a composite request.`;
  return { body: [{ errorCode: "NOT_FOUND", message }], httpHeaders: {}, httpStatusCode: 404, referenceId };
}

function refused(referenceId: string, message: string): SubResponse {
  const body = [{ errorCode: "INVALID_INPUT_COMBINATION", message }];
  return { body, httpHeaders: {}, httpStatusCode: 400, referenceId };
}
