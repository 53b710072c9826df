import { type ApprovalOutcome, readApprovalRequest } from "../approvals/approval-request.js";
import { processApproval } from "../approvals/process-approval.js";
import { type Answer, json } from "../http/call.js";
import { ApiFault, jsonParserError } from "../http/fault.js";
import { expectObject, isJsonObject } from "../http/json-body.js";
import type { OrgContext } from "../org-context.js";
import { recordError } from "./collection-results.js";
import type { Route, RoutedCall } from "./route.js";

interface ApprovalResult extends Record<keyof ApprovalOutcome, unknown> {
  readonly errors: readonly { statusCode: string; message: string; fields: readonly string[] }[] | null;
  readonly success: boolean;
}

/** The approval processes of the org, and what is done with them. */
export const approvals: Route = {
  path: "/services/data/{version}/process/approvals",
  methods: { GET: listProcesses, POST: process },
};

function listProcesses(_: RoutedCall, { store }: OrgContext): Answer {
  const listed = new Map<string, object[]>();
  for (const { id, values } of store.table("ProcessDefinition").all()) {
    if (values.State !== "Active") continue;
    const object = String(values.TableEnumOrId);
    const others = listed.get(object) ?? [];
    const description = values.Description ?? null;
    const process = { description, id, name: values.Name, object, sortOrder: others.length + 1 };
    listed.set(object, [...others, process]);
  }
  return json({ approvals: Object.fromEntries(listed) });
}

/** Each request by itself: one that fails leaves the others as they are. */
function process(call: RoutedCall, context: OrgContext): Answer {
  const { requests } = expectObject(call.body(), "ProcessApprovals");
  if (!Array.isArray(requests)) {
    throw jsonParserError("The request body must hold an array called requests.");
  }
  return json(requests.map((request) => resultOf(request, context)));
}

function resultOf(value: unknown, context: OrgContext): ApprovalResult {
  try {
    const outcome = context.store.transaction(() =>
      processApproval(context, context.approvals, readApprovalRequest(value)),
    );
    return { ...outcome, errors: null, success: true };
  } catch (error) {
    if (!(error instanceof ApiFault)) throw error;
    const errors = error.entries.map(recordError);
    return {
      actorIds: null,
      entityId: isJsonObject(value) ? (value.contextId ?? null) : null,
      errors,
      instanceId: null,
      instanceStatus: null,
      newWorkitemIds: null,
      success: false,
    };
  }
}
