import type { CallOptions } from "../../http/call-options.js";
import type { PendingApproval } from "./approvals.js";
import { checkId } from "./wire-request.js";

/** As many ids as one query looks for. */
const LARGEST_QUERY = 1_000;

/** A work item as a query gives it. */
export interface WorkitemRow {
  readonly Id: string;
  readonly ActorId: string;
  readonly ProcessInstanceId: string;
  readonly ProcessInstance: { readonly TargetObjectId: string };
}

/** The rows of SOQL text. */
export type FindWorkitems = (soql: string, options?: CallOptions) => Promise<WorkitemRow[]>;

/** `GET /query`. */
export async function pendingApprovals(
  find: FindWorkitems,
  recordIds: string | readonly string[],
  options?: CallOptions,
): Promise<PendingApproval[]> {
  const given: readonly unknown[] = Array.isArray(recordIds) ? recordIds : [recordIds];
  const ids = given.map((id, index) =>
    checkId(id, Array.isArray(recordIds) ? `recordIds[${index}]` : "recordIds"),
  );
  const found: PendingApproval[] = [];
  for (let start = 0; start < ids.length; start += LARGEST_QUERY) {
    const rows = await find(workitemsOf(ids.slice(start, start + LARGEST_QUERY)), options);
    found.push(...rows.map(toPending));
  }
  return found;
}

function workitemsOf(ids: readonly string[]): string {
  // Ids were checked: letters and digits.
  const listed = ids.map((id) => `'${id}'`).join(", ");
  return (
    "SELECT Id, ActorId, ProcessInstanceId, ProcessInstance.TargetObjectId FROM ProcessInstanceWorkitem " +
    `WHERE ProcessInstance.TargetObjectId IN (${listed}) ORDER BY Id`
  );
}

function toPending({ Id, ActorId, ProcessInstanceId, ProcessInstance }: WorkitemRow): PendingApproval {
  return {
    workitemId: Id,
    recordId: ProcessInstance.TargetObjectId,
    instanceId: ProcessInstanceId,
    actorId: ActorId,
  };
}
