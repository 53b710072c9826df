import { type Answer, json } from "../http/call.js";
import { notFound } from "../http/fault.js";
import type { OrgContext } from "../org-context.js";
import { type QuickAction, quickActionsFor } from "../quick-actions/quick-action.js";
import {
  quickActionDefaults,
  quickActionDescribe,
  quickActionSummary,
} from "../quick-actions/quick-action-answers.js";
import { readQuickActionRequest, runQuickAction } from "../quick-actions/run-quick-action.js";
import { requireObject } from "../records/find-record.js";
import { toId18 } from "../store/record-id.js";
import type { Handle, Route, RoutedCall } from "./route.js";

const DATA = "/services/data/{version}";

/** The same resources stand below an object, and by themselves for actions that are of none. */
const BASES = [`${DATA}/quickActions`, `${DATA}/sobjects/{object}/quickActions`];

export const quickActionRoutes: readonly Route[] = BASES.flatMap((base) => [
  { path: base, methods: { GET: list } },
  { path: `${base}/{action}`, methods: { GET: withAction(summary), POST: withAction(run) } },
  { path: `${base}/{action}/describe`, methods: { GET: withAction(describe) } },
  { path: `${base}/{action}/defaultValues`, methods: { GET: withAction(defaults) } },
  { path: `${base}/{action}/defaultValues/{id:recordId}`, methods: { GET: withAction(defaults) } },
]);

function list(call: RoutedCall, context: OrgContext): Answer {
  return json(actionsOf(call, context).map((action) => quickActionSummary(action, call.dataPath)));
}

/** The actions that a path may name: all of the object's, those of none among them. */
function actionsOf(call: RoutedCall, context: OrgContext): QuickAction[] {
  const { object } = call.params;
  return quickActionsFor(context, object === undefined ? undefined : requireObject(context, object).name);
}

type ActionHandle = (call: RoutedCall, context: OrgContext, action: QuickAction) => Answer;

function withAction(handle: ActionHandle): Handle {
  return (call, context) => {
    const action = actionsOf(call, context).find(({ name }) => name === call.params.action);
    if (action === undefined) throw notFound();
    return handle(call, context, action);
  };
}

function summary(call: RoutedCall, _: OrgContext, action: QuickAction): Answer {
  return json(quickActionSummary(action, call.dataPath));
}

function describe(call: RoutedCall, context: OrgContext, action: QuickAction): Answer {
  return json(quickActionDescribe(context, action, call.dataPath));
}

function defaults(call: RoutedCall, context: OrgContext, action: QuickAction): Answer {
  const { id } = call.params;
  const contextId = id === undefined ? undefined : (toId18(id) ?? undefined);
  return json(quickActionDefaults(context, action, contextId));
}

function run(call: RoutedCall, context: OrgContext, action: QuickAction): Answer {
  const request = readQuickActionRequest(call.body());
  return json(
    context.store.transaction(() => runQuickAction(context, action, request)),
    201,
  );
}
