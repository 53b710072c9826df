import { type Answer, json } from "../http/call.js";
import { requestFault } from "../http/fault.js";
import { expectObject, type JsonObject } from "../http/json-body.js";
import type { OrgContext } from "../org-context.js";
import type { Route, RoutedCall } from "./route.js";
import { answerAllOrNone, answerInTurn, readSubRequests, type SubRequest } from "./subrequests.js";

const MAX_REQUESTS = 25;
const MAX_QUERIES_AND_COLLECTIONS = 5;
const COUNTED_APART = /\/(query|queryAll|composite\/sobjects)(\/|\?|$)/;

function answerComposite(call: RoutedCall, context: OrgContext): Answer {
  const body = expectObject(call.body(), "CompositeRequest");
  const requests = readRequests(body);
  const compositeResponse =
    body.allOrNone === true
      ? answerAllOrNone(call, context, requests).responses
      : answerInTurn(call, context, requests);
  return json({ compositeResponse });
}

function readRequests(body: JsonObject): SubRequest[] {
  const requests = readSubRequests(body.compositeRequest);
  if (requests.length > MAX_REQUESTS) {
    const message = `A composite request may hold at most ${MAX_REQUESTS} subrequests.`;
    throw requestFault(400, "LIMIT_EXCEEDED", message);
  }
  if (requests.filter((request) => COUNTED_APART.test(request.url)).length > MAX_QUERIES_AND_COLLECTIONS) {
    const message = `A composite request may hold at most ${MAX_QUERIES_AND_COLLECTIONS} queries and collections.`;
    throw requestFault(400, "LIMIT_EXCEEDED", message);
  }
  return requests;
}

const PARTS = ["tree", "batch", "sobjects", "graph"];

/** Several requests in one, each able to use the answers before it. */
export const composite: Route = {
  path: "/services/data/{version}/composite",
  alone: true,
  methods: {
    GET: (call) =>
      json(Object.fromEntries(PARTS.map((name) => [name, `${call.dataPath}/composite/${name}`]))),
    POST: answerComposite,
  },
};
