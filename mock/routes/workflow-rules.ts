import { type Answer, json } from "../http/call.js";
import { ApiFault, jsonParserError, notFound, requestFault } from "../http/fault.js";
import { expectObject } from "../http/json-body.js";
import type { OrgContext } from "../org-context.js";
import { requireObject } from "../records/find-record.js";
import { toId18 } from "../store/record-id.js";
import { triggerRules } from "../workflow/trigger-rules.js";
import type { WorkflowRule } from "../workflow/workflow-rule.js";
import { recordError } from "./collection-results.js";
import { param, type Route, type RoutedCall } from "./route.js";

const BASE = "/services/data/{version}/process/rules";

/** The workflow rules of the org, and triggering them. */
export const workflowRoutes: readonly Route[] = [
  { path: BASE, methods: { GET: (_, context) => listed(visibleRules(context)), POST: trigger } },
  {
    path: `${BASE}/{object}`,
    methods: {
      GET: (call, context) => listed(rulesOf(call, context)),
    },
  },
  {
    path: `${BASE}/{object}/{id}`,
    methods: {
      GET: (call, context) => json(ruleAnswer(requireRule(call, context))),
      POST: (call, context) => {
        requireRule(call, context);
        const message = "The embedded org triggers all rules of records, not one by itself.";
        throw requestFault(501, "NOT_IMPLEMENTED", message);
      },
    },
  },
];

function visibleRules({ workflowRules, catalog }: OrgContext): WorkflowRule[] {
  return workflowRules.filter(({ object }) => catalog.find(object) !== undefined);
}

function rulesOf(call: RoutedCall, context: OrgContext): WorkflowRule[] {
  const { name } = requireObject(context, param(call, "object"));
  return context.workflowRules.filter(({ object }) => object === name);
}

function requireRule(call: RoutedCall, context: OrgContext): WorkflowRule {
  const id = toId18(param(call, "id"));
  const found = rulesOf(call, context).find((rule) => rule.id === id);
  if (found === undefined) throw notFound();
  return found;
}

function listed(all: readonly WorkflowRule[]): Answer {
  const rules = new Map<string, object[]>();
  for (const rule of all) rules.set(rule.object, [...(rules.get(rule.object) ?? []), ruleAnswer(rule)]);
  return json({ rules: Object.fromEntries(rules) });
}

function ruleAnswer({ id, name, object, description, actions }: WorkflowRule) {
  return { actions, description, id, name, namespacePrefix: null, object };
}

/** For all records or none. */
function trigger(call: RoutedCall, context: OrgContext): Answer {
  const { contextIds } = expectObject(call.body(), "ProcessRules");
  if (!Array.isArray(contextIds)) {
    throw jsonParserError("The request body must hold an array called contextIds.");
  }
  try {
    context.store.transaction(() => triggerRules(context, contextIds));
    return json({ errors: null, success: true });
  } catch (error) {
    if (!(error instanceof ApiFault)) throw error;
    const errors = error.entries.map(recordError);
    return json({ errors, success: false });
  }
}
