import { readInput, refuseFields } from "../dml/record-input.js";
import { updateRecord } from "../dml/update-record.js";
import { requestFault } from "../http/fault.js";
import { expectObject } from "../http/json-body.js";
import type { OrgContext } from "../org-context.js";
import { requireObject, requireWritable } from "../records/find-record.js";
import { create } from "../routes/create.js";
import { toId18 } from "../store/record-id.js";
import type { QuickAction } from "./quick-action.js";
import { predefinedValues } from "./quick-action-answers.js";

/** What a request for a quick action says. */
export interface QuickActionRequest {
  readonly record: Readonly<Record<string, unknown>>;
  readonly contextId: string | undefined;
}

export function readQuickActionRequest(body: unknown): QuickActionRequest {
  const { record = {}, contextId = null } = expectObject(body, "QuickActionRequest");
  if (contextId === null) return { record: expectObject(record), contextId: undefined };
  const id = typeof contextId === "string" ? toId18(contextId) : null;
  if (id === null) throw requestFault(400, "MALFORMED_ID", `malformed id ${String(contextId)}`);
  return { record: expectObject(record), contextId: id };
}

/** Runs a quick action under the rules of the API. Throws the refusal of the record that it writes. */
export function runQuickAction(
  context: OrgContext,
  action: QuickAction,
  { record, contextId }: QuickActionRequest,
): Record<string, unknown> {
  if (action.object !== undefined) requireContext(context, action.object, contextId);
  const id =
    action.type === "Update"
      ? update(context, action, record, contextId)
      : insert(context, action, record, contextId);
  return {
    contextId: contextId ?? null,
    created: action.type !== "Update",
    errors: [],
    feedItemIds: null,
    ids: [id],
    success: true,
    successMessage: action.successMessage,
  };
}

/** An action of an object is run at a record of it. */
function requireContext(context: OrgContext, object: string, contextId: string | undefined): void {
  if (contextId === undefined) {
    throw requestFault(400, "REQUIRED_FIELD_MISSING", "contextId is required for the actions of an object");
  }
  requireWritable(context, requireObject(context, object), contextId);
}

function insert(
  context: OrgContext,
  action: QuickAction,
  record: QuickActionRequest["record"],
  contextId: string | undefined,
): string {
  const target = requireObject(context, action.targetObject);
  const done = action.type === "LogACall" ? { Status: "Completed", TaskSubtype: "Call" } : {};
  const known = Object.entries(done).filter(([name]) => target.field(name) !== undefined);
  // What the user gives wins over what is predefined.
  const values = { ...Object.fromEntries(known), ...predefinedValues(action, contextId), ...record };
  const changes = readInput(context, target, values);
  refuseFields(changes, ["Id"]);
  return create(context, target, changes).id;
}

function update(
  context: OrgContext,
  action: QuickAction,
  record: QuickActionRequest["record"],
  contextId: string | undefined,
): string {
  const target = requireObject(context, action.targetObject);
  const held = requireWritable(context, target, contextId ?? "");
  const changes = readInput(context, target, { ...action.fieldOverrides, ...record });
  refuseFields(changes, ["Id"]);
  updateRecord(context, target, held.id, changes);
  return held.id;
}
