import type { CallOptions } from "../../http/call-options.js";
import type { WireRecord } from "../../http/schemas.js";
import { createQuery, type QueryChannel } from "../query/create-query.js";
import type { PendingApproval } from "./approvals.js";
import { checkId } from "./wire-request.js";

/** As many ids as one query looks for. */
const LARGEST_QUERY = 1_000;

/** A work item as a query gives it. */
interface WorkitemRow {
  readonly Id: string;
  readonly ActorId: string;
  readonly ProcessInstanceId: string;
  readonly ProcessInstance: { readonly TargetObjectId: string };
}

/** `GET /query`. */
export async function pendingApprovals(
  channel: QueryChannel,
  recordIds: string | readonly string[],
  options?: CallOptions,
): Promise<PendingApproval[]> {
  const given: readonly unknown[] = Array.isArray(recordIds) ? recordIds : [recordIds];
  const ids = given.map((id, index) =>
    checkId(id, Array.isArray(recordIds) ? `recordIds[${index}]` : "recordIds"),
  );
  const found: PendingApproval[] = [];
  for (let start = 0; start < ids.length; start += LARGEST_QUERY) {
    const soql = workitemsOf(ids.slice(start, start + LARGEST_QUERY));
    const rows = createQuery({ soql, resource: "/query", toRows }, channel, options);
    for await (const row of rows) found.push(toPending(row));
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

function toRows(records: WireRecord[]): WorkitemRow[] {
  // The query says what they hold.
  return records as unknown as WorkitemRow[];
}

function toPending({ Id, ActorId, ProcessInstanceId, ProcessInstance }: WorkitemRow): PendingApproval {
  return {
    workitemId: Id,
    recordId: ProcessInstance.TargetObjectId,
    instanceId: ProcessInstanceId,
    actorId: ActorId,
  };
}
