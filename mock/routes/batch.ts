import { type Answer, json, splitTarget } from "../http/call.js";
import { nestedBody } from "../http/call-body.js";
import { jsonParserError, requestFault } from "../http/fault.js";
import { expectObject, type JsonObject } from "../http/json-body.js";
import type { FilePart } from "../http/multipart.js";
import type { OrgContext } from "../org-context.js";
import { partNamed } from "./record-body.js";
import type { Route, RoutedCall } from "./route.js";

const MAX_REQUESTS = 25;
const OLDEST_VERSION = 34;
/** What can be asked for in a batch, after the version. */
const TAKEN = /^v\d+\.\d\/(limits|sobjects|query|queryAll|search|connect|chatter|actions)(\/|\?|$)/;

interface BatchRequest {
  readonly method: string;
  readonly url: string;
  readonly richInput: unknown;
  /** The file of the batch that is this request's, by the field it is for. */
  readonly files: ReadonlyMap<string, FilePart>;
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

const BLOB: BatchResult = {
  statusCode: 400,
  result: [{ errorCode: "INVALID_BATCH_REQUEST", message: "A blob cannot be read by a subrequest." }],
};

function answerBatch(call: RoutedCall, context: OrgContext): Answer {
  const body = expectObject(call.body(), "BatchRequest");
  const requests = readRequests(body.batchRequests, call.files());
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

function readRequests(list: unknown, files: ReadonlyMap<string, FilePart>): BatchRequest[] {
  if (!Array.isArray(list))
    throw jsonParserError("The request body must hold an array called batchRequests.");
  if (list.length > MAX_REQUESTS) {
    throw requestFault(400, "LIMIT_EXCEEDED", `A batch may hold at most ${MAX_REQUESTS} subrequests.`);
  }
  return list.map((raw) => {
    const { method, url, richInput, ...part } = expectObject(raw, "BatchSubrequest");
    if (typeof method !== "string" || typeof url !== "string") {
      throw jsonParserError("Each subrequest needs a method and a url.");
    }
    return { method, url, richInput, files: filesOf(part, files) };
  });
}

function filesOf(part: JsonObject, files: ReadonlyMap<string, FilePart>): ReadonlyMap<string, FilePart> {
  const { binaryPartName, binaryPartNameAlias } = part;
  if (binaryPartName === undefined) return new Map();
  return new Map([[String(binaryPartNameAlias), partNamed(files, binaryPartName)]]);
}

/** The version of a sub-request: from the oldest that can be one, to that of the batch itself. */
function checkVersion(call: RoutedCall, relative: string): BatchResult | undefined {
  const version = Number(/^v(\d+\.\d)(?:\/|$)/.exec(relative)?.[1]);
  if (version >= OLDEST_VERSION && version <= Number(call.version)) return undefined;
  const message = `The version of a subrequest must be from ${OLDEST_VERSION}.0 to that of the batch, ${call.version}.`;
  return { statusCode: 400, result: [{ errorCode: "INVALID_BATCH_REQUEST", message }] };
}

function checkResource(method: string, relative: string): BatchResult | undefined {
  if (TAKEN.test(relative)) return undefined;
  const message = `The subrequest ${method} ${relative} is not supported in a batch.`;
  return { statusCode: 404, result: [{ errorCode: "NOT_FOUND", message }] };
}

/** Sub-request urls have no `/services/data/`, and each counts as a request of its own. */
function answerOne(call: RoutedCall, context: OrgContext, request: BatchRequest): BatchResult {
  if (!context.limits.count()) {
    const message = "TotalRequests Limit exceeded.";
    return { statusCode: 403, result: [{ errorCode: "REQUEST_LIMIT_EXCEEDED", message }] };
  }
  const relative = request.url.replace(/^\/?(services\/data\/)?/, "");
  const refused = checkVersion(call, relative) ?? checkResource(request.method, relative);
  if (refused !== undefined) return refused;
  const { path, query } = splitTarget(`/services/data/${relative}`);
  const answer = context.dispatch({
    ...nestedBody(request.richInput ?? undefined, request.files),
    method: request.method,
    path,
    query,
    headers: new Headers(),
    origin: call.origin,
  });
  if (answer.content !== undefined) return BLOB;
  return { statusCode: answer.status, result: answer.body ?? null };
}

/** Several independent requests in one. */
export const batch: Route = {
  path: "/services/data/{version}/composite/batch",
  alone: true,
  methods: { POST: answerBatch },
};
