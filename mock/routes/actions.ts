import { type Answer, json } from "../http/call.js";
import { jsonParserError, notAllowed, notFound } from "../http/fault.js";
import { expectObject, isJsonObject, type JsonObject } from "../http/json-body.js";
import type { OrgContext } from "../org-context.js";
import type { ActionHandler, ActionHandlers } from "./action-handler.js";
import type { Route, RoutedCall } from "./route.js";

interface ActionResult {
  readonly actionName: string;
  readonly errors: readonly { statusCode: string; message: string; fields: readonly string[] }[] | null;
  readonly isSuccess: boolean;
  readonly outputValues: Readonly<Record<string, unknown>> | null;
}

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
  methods: { GET: readActions, POST: invoke },
};

function readActions(call: RoutedCall, { actions: handlers }: OrgContext): Answer {
  const path = call.rest.join("/");
  if (Object.hasOwn(handlers, path)) return json({ ...summary(call, path), inputs: [], outputs: [] });
  if (path === "custom") return json(customTypes(call, handlers));
  const listed = Object.keys(handlers).filter((name) => name.startsWith(`${path}/`));
  if (listed.length === 0 && path !== "standard") throw notFound();
  return json({ actions: listed.map((name) => summary(call, name)) });
}

/** Each type of the org's own actions, with its path. */
function customTypes(call: RoutedCall, handlers: ActionHandlers): Record<string, string> {
  const types: Record<string, string> = {};
  for (const name of Object.keys(handlers)) {
    const [kind, type = ""] = name.split("/");
    if (kind === "custom") types[type] = `${call.dataPath}/actions/custom/${type}`;
  }
  return types;
}

function summary(call: RoutedCall, path: string): Record<string, string> {
  const [kind, type] = path.split("/");
  const name = nameOf(path);
  const described = kind === "standard" ? name : (type ?? "");
  return {
    label: name,
    name,
    type: described.replaceAll(/([a-z])([A-Z])/g, "$1_$2").toUpperCase(),
    url: `${call.dataPath}/actions/${path}`,
  };
}

function nameOf(path: string): string {
  return path.split("/").at(-1) ?? "";
}

function invoke(call: RoutedCall, { actions: handlers, store }: OrgContext): Answer {
  const path = call.rest.join("/");
  const handler = Object.hasOwn(handlers, path) ? handlers[path] : undefined;
  if (handler === undefined) {
    throw Object.keys(handlers).some((name) => name.startsWith(`${path}/`))
      ? notAllowed(["GET"], call.method)
      : notFound();
  }
  const results = readInputs(call.body()).map((input) =>
    store.transaction(
      () => runAction(nameOf(path), handler, input),
      (result) => result.isSuccess,
    ),
  );
  return json(results, results.every((result) => result.isSuccess) ? 200 : 400);
}

function readInputs(body: unknown): JsonObject[] {
  const { inputs } = expectObject(body, "InvocableActionRequest");
  if (!Array.isArray(inputs) || !inputs.every(isJsonObject)) {
    throw jsonParserError("The request body must hold an array of objects called inputs.");
  }
  return inputs;
}

function runAction(actionName: string, handler: ActionHandler, input: JsonObject): ActionResult {
  try {
    return { actionName, errors: null, isSuccess: true, outputValues: handler(input) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const errors = [{ statusCode: "UNKNOWN_EXCEPTION", message, fields: [] }];
    return { actionName, errors, isSuccess: false, outputValues: null };
  }
}
