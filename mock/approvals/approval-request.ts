import { recordFault } from "../http/fault.js";
import { isJsonObject } from "../http/json-body.js";
import { toId18 } from "../store/record-id.js";

/** One request for an approval, as it was sent. */
export interface ApprovalRequest {
  readonly actionType: string;
  /** The record to submit, or the work item to answer. */
  readonly contextId: string;
  /** Who submits it. */
  readonly contextActorId: string | undefined;
  readonly comments: string | null;
  readonly nextApproverIds: readonly string[];
  readonly processDefinitionNameOrId: string | undefined;
  readonly skipEntryCriteria: boolean;
}

/** What became of it. */
export interface ApprovalOutcome {
  readonly entityId: string;
  readonly instanceId: string;
  readonly instanceStatus: string;
  readonly newWorkitemIds: readonly string[];
  readonly actorIds: readonly string[];
}

/** Reads one request; throws where it is none. */
export function readApprovalRequest(value: unknown): ApprovalRequest {
  const request = isJsonObject(value) ? value : {};
  const { comments, nextApproverIds, processDefinitionNameOrId } = request;
  const approvers = Array.isArray(nextApproverIds) ? nextApproverIds : [];
  return {
    actionType: textOf(request.actionType) ?? "",
    contextId: requireId(request.contextId, "contextId"),
    contextActorId:
      textOf(request.contextActorId) === undefined
        ? undefined
        : requireId(request.contextActorId, "contextActorId"),
    comments: textOf(comments) ?? null,
    nextApproverIds: approvers.map((id) => requireId(id, "nextApproverIds")),
    processDefinitionNameOrId: textOf(processDefinitionNameOrId),
    skipEntryCriteria: request.skipEntryCriteria === true || request.skipEntryCriteria === "true",
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function requireId(value: unknown, name: string): string {
  if (value === undefined || value === null) {
    throw recordFault("REQUIRED_FIELD_MISSING", `missing required field: [${name}]`, [name]);
  }
  const id = toId18(String(value));
  if (id === null) throw recordFault("MALFORMED_ID", `malformed id ${String(value)}`, [name]);
  return id;
}
