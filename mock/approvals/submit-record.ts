import type { DataContext } from "../data-context.js";
import { recordFault } from "../http/fault.js";
import { toId18 } from "../store/record-id.js";
import type { StoredRecord } from "../store/table.js";
import type { ApprovalProcess, ApprovalProcesses } from "./approval-process.js";
import { insertRecord, recordOf } from "./approval-records.js";
import type { ApprovalOutcome, ApprovalRequest } from "./approval-request.js";
import { beginStep, updateTarget } from "./process-steps.js";
import { mayModifyAll, pendingInstance } from "./record-lock.js";

/** A process, and the record that stands for it. */
interface Applicable {
  readonly process: ApprovalProcess;
  readonly definition: StoredRecord;
}

/** Submits a record for approval: whom its process names is asked. */
export function submitRecord(
  context: DataContext,
  processes: ApprovalProcesses,
  request: ApprovalRequest,
): ApprovalOutcome {
  const { contextId, contextActorId: submitter = context.userId } = request;
  const record = requireTarget(context, contextId);
  requireSubmitter(context, submitter);
  if (pendingInstance(context, contextId) !== undefined) {
    throw recordFault("ALREADY_IN_PROCESS", "Cannot submit object already in process.");
  }
  const { process, definition } = applicableProcess(context, processes, record, request);
  const instanceId = insertRecord(context, "ProcessInstance", {
    ProcessDefinitionId: definition.id,
    TargetObjectId: contextId,
    Status: "Pending",
    SubmittedById: submitter,
  });
  insertRecord(context, "ProcessInstanceStep", {
    ProcessInstanceId: instanceId,
    StepStatus: "Started",
    OriginalActorId: submitter,
    ActorId: submitter,
    Comments: request.comments,
  });
  updateTarget(context, contextId, process.initialSubmissionActions);
  const asked = beginStep(context, process, { instanceId, index: 0, chosen: request.nextApproverIds });
  return { entityId: contextId, instanceId, instanceStatus: "Pending", ...asked };
}

function requireTarget(context: DataContext, id: string): StoredRecord {
  const object = context.catalog.ofId(id);
  const record = object && recordOf(context, object.name, id);
  if (record === undefined) throw recordFault("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
  return record;
}

/** Only who may do anything may submit for someone else. */
function requireSubmitter(context: DataContext, submitter: string): void {
  if (recordOf(context, "User", submitter) === undefined) {
    throw recordFault("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
  }
  if (submitter === context.userId || mayModifyAll(context)) return;
  throw recordFault(
    "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
    "insufficient access rights on cross-reference id",
  );
}

/** The process that was named, else the first one for such a record. */
function applicableProcess(
  context: DataContext,
  processes: ApprovalProcesses,
  record: StoredRecord,
  { processDefinitionNameOrId: named, skipEntryCriteria }: ApprovalRequest,
): Applicable {
  const object = context.catalog.ofId(record.id)?.name;
  for (const definition of context.store.table("ProcessDefinition").all()) {
    const { DeveloperName, TableEnumOrId, State } = definition.values;
    const process = Object.hasOwn(processes, String(DeveloperName))
      ? processes[String(DeveloperName)]
      : undefined;
    if (process === undefined || TableEnumOrId !== object || State !== "Active") continue;
    if (named !== undefined && named !== DeveloperName && toId18(named) !== definition.id) continue;
    const isWaived = named !== undefined && skipEntryCriteria;
    if (isWaived || (process.entryCriteria?.(record.values) ?? true)) return { process, definition };
  }
  throw recordFault("NO_APPLICABLE_PROCESS", "No applicable approval process was found.");
}
