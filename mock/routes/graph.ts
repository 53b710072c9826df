import { type Answer, json } from "../http/call.js";
import { jsonParserError, requestFault } from "../http/fault.js";
import { expectObject } from "../http/json-body.js";
import type { OrgContext } from "../org-context.js";
import { referencedIds } from "./composite-references.js";
import type { Route, RoutedCall } from "./route.js";
import {
  answerAllOrNone,
  halted,
  readSubRequests,
  type SubRequest,
  type SubResponse,
} from "./subrequests.js";

const MAX_GRAPHS = 75;
const MAX_NODES = 500;
const MAX_DEPTH = 15;
const MAX_KINDS = 15;
/** Failed graphs after which the rest is not tried. */
const MAX_FAILURES = 14;
const OLDEST_VERSION = 50;

const GRAPH_ID = /^[A-Za-z0-9][^.]{0,38}$/;
/** Records only: their object's resource, by id, or by an external id. */
const NODE_URL = /^\/services\/data\/v(\d+)\.0\/sobjects\/([^/?]+)(?:\/[^/?]+){0,2}\/?(?:\?|$)/;
const METHODS = ["POST", "PATCH", "GET", "DELETE"];

interface Graph {
  readonly graphId: string;
  readonly requests: readonly SubRequest[];
}

interface GraphResult {
  readonly graphId: string;
  readonly graphResponse: { readonly compositeResponse: readonly SubResponse[] };
  readonly isSuccessful: boolean;
}

function answerGraphs(call: RoutedCall, context: OrgContext): Answer {
  const graphs = readGraphs(expectObject(call.body(), "CompositeGraphRequest").graphs);
  let failures = 0;
  const results = graphs.map((graph): GraphResult => {
    const result = failures >= MAX_FAILURES ? notTried(graph) : answerGraph(call, context, graph);
    if (!result.isSuccessful) failures += 1;
    return result;
  });
  return json({ graphs: results });
}

function answerGraph(call: RoutedCall, context: OrgContext, { graphId, requests }: Graph): GraphResult {
  const { responses, isSuccessful } = answerAllOrNone(call, context, requests);
  return { graphId, graphResponse: { compositeResponse: responses }, isSuccessful };
}

function notTried({ graphId, requests }: Graph): GraphResult {
  const message = "The graph was not processed because too many graphs before it failed.";
  const compositeResponse = requests.map((request) => halted(request.referenceId, message));
  return { graphId, graphResponse: { compositeResponse }, isSuccessful: false };
}

function readGraphs(list: unknown): Graph[] {
  if (!Array.isArray(list)) throw jsonParserError("The request body must hold an array called graphs.");
  const graphs = list.map(readGraph);
  const ids = new Set(graphs.map((graph) => graph.graphId));
  if (ids.size < graphs.length) throw jsonParserError("Each graph needs a graphId of its own.");
  const requests = graphs.flatMap((graph) => graph.requests);
  refuseMore("graphs", graphs.length, MAX_GRAPHS);
  refuseMore("nodes", requests.length, MAX_NODES);
  refuseMore("different kinds of nodes", new Set(requests.map(kindOf)).size, MAX_KINDS);
  return graphs;
}

function readGraph(raw: unknown): Graph {
  const { graphId, compositeRequest } = expectObject(raw, "CompositeGraph");
  if (typeof graphId !== "string" || !GRAPH_ID.test(graphId)) {
    throw jsonParserError(
      `Provided graphId ('${String(graphId)}') must start with a letter or a number, ` +
        "must be shorter than 40 characters and cannot contain a period ('.').",
    );
  }
  const requests = readSubRequests(compositeRequest);
  refuseMore("levels", depthOf(requests), MAX_DEPTH);
  return { graphId, requests };
}

/** A node's version and object; refuses what no node may be. */
function kindOf({ method, url }: SubRequest): string {
  const [, version = "", object = ""] = NODE_URL.exec(url) ?? [];
  if (Number(version) >= OLDEST_VERSION && METHODS.includes(method)) {
    return `${version} ${object.toLowerCase()}`;
  }
  const message = `The subrequest ${method} ${url} is not supported in a composite graph.`;
  throw requestFault(400, "INVALID_INPUT_COMBINATION", message);
}

/** The longest chain of nodes that refer to each other. */
function depthOf(requests: readonly SubRequest[]): number {
  const depths = new Map<string, number>();
  for (const { referenceId, url, body } of requests) {
    const before = referencedIds([url, body]).map((id) => depths.get(id) ?? 0);
    depths.set(referenceId, 1 + Math.max(0, ...before));
  }
  return Math.max(0, ...depths.values());
}

function refuseMore(what: string, count: number, most: number): void {
  if (count <= most) return;
  throw requestFault(400, "LIMIT_EXCEEDED", `A composite graph request may hold at most ${most} ${what}.`);
}

/** Several composite requests in one, each of them all or none. */
export const graph: Route = {
  path: "/services/data/{version}/composite/graph",
  alone: true,
  methods: { POST: answerGraphs },
};
