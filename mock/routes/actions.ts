import { type Action, actionAt } from "../actions/action.js";
import { actionDescribe, actionSummary } from "../actions/action-describe.js";
import { runAction } from "../actions/run-action.js";
import { type Answer, json } from "../http/call.js";
import { unlessModified } from "../http/conditional.js";
import { shortTag } from "../http/entity-tag.js";
import { jsonParserError, notAllowed, notFound } from "../http/fault.js";
import { expectObject, isJsonObject, type JsonObject } from "../http/json-body.js";
import type { OrgContext } from "../org-context.js";
import type { ActionHandlers } from "./action-handler.js";
import type { Route, RoutedCall } from "./route.js";

/** The kinds of actions: standard ones, and the org's own. */
export const actionKinds: Route = {
  path: "/services/data/{version}/actions",
  methods: {
    GET: (call) =>
      json({
        standard: `${call.dataPath}/actions/standard`,
        custom: `${call.dataPath}/actions/custom`,
      }),
  },
};

/** The actions of a kind, and one action: what it is, and doing it. */
export const actions: Route = {
  path: "/services/data/{version}/actions/{...}",
  methods: {
    GET: (call, context) => {
      const body = readActions(call, context.actions);
      const lastModified = context.schemaDate;
      const entityTag = shortTag(`${call.path} ${lastModified.toISOString()}`);
      return unlessModified(call, { lastModified, entityTag }, () => json(body));
    },
    POST: invoke,
  },
};

function readActions(call: RoutedCall, handlers: ActionHandlers): object {
  const path = call.rest.join("/");
  const action = actionAt(path, handlers);
  if (action !== undefined) return actionDescribe(action);
  if (path === "custom") return customTypes(call, handlers);
  const listed = below(path, handlers);
  if (listed.length === 0 && path !== "standard") throw notFound();
  return { actions: listed.map((each) => actionSummary(each, call.dataPath)) };
}

function below(path: string, handlers: ActionHandlers): Action[] {
  return Object.keys(handlers)
    .filter((name) => name.startsWith(`${path}/`))
    .flatMap((name) => actionAt(name, handlers) ?? []);
}

/** Each type of the org's own actions, with its path. */
function customTypes(call: RoutedCall, handlers: ActionHandlers): Record<string, string> {
  const types = below("custom", handlers).map(({ kind }) => kind);
  return Object.fromEntries(types.map((type) => [type, `${call.dataPath}/actions/custom/${type}`]));
}

function invoke(call: RoutedCall, { actions: handlers, store }: OrgContext): Answer {
  const path = call.rest.join("/");
  const action = actionAt(path, handlers);
  if (action === undefined) {
    throw below(path, handlers).length > 0 ? notAllowed(["GET"], call.method) : notFound();
  }
  const results = readInputs(call.body()).map((input) => runAction(action, input, store, call.version));
  return json(results, results.every((result) => result.isSuccess) ? 200 : 400);
}

function readInputs(body: unknown): JsonObject[] {
  const { inputs } = expectObject(body, "InvocableActionRequest");
  if (!Array.isArray(inputs) || !inputs.every(isJsonObject)) {
    throw jsonParserError("The request body must hold an array of objects called inputs.");
  }
  return inputs;
}
