import type { runDocument } from "../graphql/run-document.js";
import { type Answer, json } from "../http/call.js";
import { jsonParserError } from "../http/fault.js";
import { expectObject, isJsonObject } from "../http/json-body.js";
import type { OrgContext } from "../org-context.js";
import type { Route, RoutedCall } from "./route.js";

let run: typeof runDocument | undefined;

/** Whether a request is for GraphQL, whose code is to be loaded before it is answered. */
export function isGraphQLPath(path: string): boolean {
  return /^\/services\/data\/[^/]+\/graphql\/?$/.test(path);
}

/** Loads what runs documents: orgs that are not asked for any do without. */
export async function loadGraphQL(): Promise<void> {
  run ??= (await import("../graphql/run-document.js")).runDocument;
}

/** Documents of GraphQL, over the records that the UI API would give. */
export const graphql: Route = {
  path: "/services/data/{version}/graphql",
  alone: true,
  methods: { POST: post },
};

function post(call: RoutedCall, context: OrgContext): Answer {
  if (run === undefined) throw new Error("GraphQL was not loaded before it was asked for.");
  const { query, variables, operationName } = expectObject(call.body(), "GraphQLQuery");
  if (typeof query !== "string") throw jsonParserError("The request body must hold a text called query.");
  const given = isJsonObject(variables) ? variables : {};
  const { dataPath } = call;
  const shared = { context, dataPath, variables: given, queries: 0, allOrNone: true, created: new Map() };
  const name = typeof operationName === "string" && operationName !== "" ? operationName : undefined;
  return json(run({ query, operationName: name }, shared));
}
