import type { DataContext } from "../data-context.js";
import { datetimeText } from "../dml/date-text.js";
import { recordFault } from "../http/fault.js";
import type { StoredRecord } from "../store/table.js";
import type { ApprovalProcess, ApprovalProcesses } from "./approval-process.js";
import { changeRecord, elapsedSince, insertRecord, recordOf, recordsWith } from "./approval-records.js";
import type { ApprovalOutcome, ApprovalRequest } from "./approval-request.js";
import { beginStep, nodesOf, updateTarget } from "./process-steps.js";
import { mayModifyAll } from "./record-lock.js";

type Answer = "Approved" | "Rejected" | "Removed";

/** A work item with all that it belongs to. */
interface Asked {
  readonly workitem: StoredRecord;
  readonly instance: StoredRecord;
  /** The step that is under way. */
  readonly node: StoredRecord | undefined;
  readonly process: ApprovalProcess | undefined;
}

/** Approves or rejects what a work item asks for, or recalls it. */
export function answerWorkitem(
  context: DataContext,
  processes: ApprovalProcesses,
  request: ApprovalRequest,
  answer: Answer,
): ApprovalOutcome {
  const asked = requireWorkitem(context, processes, request.contextId);
  refuseStranger(context, asked, answer);
  closeWorkitem(context, asked, answer, request.comments);
  const { instance, process } = asked;
  const outcome = { entityId: String(instance.values.TargetObjectId), instanceId: instance.id };
  const nothingNew = { newWorkitemIds: [], actorIds: [] };
  if (answer === "Approved") {
    if (isOpen(context, asked)) return { ...outcome, instanceStatus: "Pending", ...nothingNew };
    const index = endStep(context, asked, answer);
    if (process !== undefined && index < process.steps.length) {
      const begun = { instanceId: instance.id, index, chosen: request.nextApproverIds };
      return { ...outcome, instanceStatus: "Pending", ...beginStep(context, process, begun) };
    }
  } else endStep(context, asked, answer);
  endInstance(context, asked, answer);
  return { ...outcome, instanceStatus: answer, ...nothingNew };
}

function requireWorkitem(context: DataContext, processes: ApprovalProcesses, id: string): Asked {
  const workitem = recordOf(context, "ProcessInstanceWorkitem", id);
  const instance = recordOf(context, "ProcessInstance", workitem?.values.ProcessInstanceId);
  if (workitem === undefined || instance === undefined) {
    throw recordFault("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
  }
  const definition = recordOf(context, "ProcessDefinition", instance.values.ProcessDefinitionId);
  const name = String(definition?.values.DeveloperName);
  return {
    workitem,
    instance,
    node: recordsWith(context, "ProcessInstanceNode", "ProcessInstanceId", instance.id).find(
      ({ values }) => values.NodeStatus === "Pending",
    ),
    process: Object.hasOwn(processes, name) ? processes[name] : undefined,
  };
}

function refuseStranger(context: DataContext, { workitem, instance, process }: Asked, answer: Answer): void {
  const { userId } = context;
  const isMeant =
    answer === "Removed"
      ? process?.allowRecall === true && instance.values.SubmittedById === userId
      : workitem.values.ActorId === userId;
  if (isMeant || mayModifyAll(context)) return;
  throw recordFault(
    "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
    "insufficient access rights on cross-reference id",
  );
}

/** Whether others have to approve the step, too. */
function isOpen(context: DataContext, { instance, node, process }: Asked): boolean {
  const step = process?.steps[stepIndex(context, instance, node)];
  return step?.whenMultipleApprovers === "Unanimous" && openWorkitems(context, instance).length > 0;
}

function openWorkitems(context: DataContext, instance: StoredRecord): StoredRecord[] {
  return recordsWith(context, "ProcessInstanceWorkitem", "ProcessInstanceId", instance.id);
}

function stepIndex(context: DataContext, instance: StoredRecord, node: StoredRecord | undefined): number {
  const nodes = nodesOf(context, instance.values.ProcessDefinitionId);
  return nodes.findIndex(({ id }) => id === node?.values.ProcessNodeId);
}

/** A work item that was answered becomes a step of the history. */
function closeWorkitem(
  context: DataContext,
  { workitem, instance, node }: Omit<Asked, "process">,
  status: Answer | "NoResponse",
  comments: string | null,
): void {
  const { OriginalActorId = null, ActorId = null } = workitem.values;
  insertRecord(context, "ProcessInstanceStep", {
    ProcessInstanceId: instance.id,
    StepStatus: status,
    OriginalActorId,
    // Who recalls, or answers in the place of another, is the one who acted.
    ActorId: status === "NoResponse" ? ActorId : context.userId,
    Comments: comments,
    StepNodeId: node?.values.ProcessNodeId ?? null,
    ...elapsedSince(workitem, context.now()),
  });
  context.store.erase("ProcessInstanceWorkitem", workitem.id);
}

/** Ends the step that is under way, and returns the place of the next one. */
function endStep(context: DataContext, { instance, node }: Asked, answer: Answer): number {
  for (const workitem of openWorkitems(context, instance)) {
    closeWorkitem(context, { workitem, instance, node }, "NoResponse", null);
  }
  if (node !== undefined) {
    changeRecord(context, "ProcessInstanceNode", node, {
      NodeStatus: answer,
      ...completion(context, node),
    });
  }
  return stepIndex(context, instance, node) + 1;
}

function endInstance(context: DataContext, { instance, process }: Asked, answer: Answer): void {
  changeRecord(context, "ProcessInstance", instance, { Status: answer, ...completion(context, instance) });
  const updates = {
    Approved: process?.finalApprovalActions,
    Rejected: process?.finalRejectionActions,
    Removed: process?.recallActions,
  };
  updateTarget(context, instance.values.TargetObjectId, updates[answer]);
}

function completion(context: DataContext, record: StoredRecord) {
  const now = datetimeText(context.now());
  return { CompletedDate: now, LastActorId: context.userId, ...elapsedSince(record, context.now()) };
}
