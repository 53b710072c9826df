import type { DataContext } from "../data-context.js";
import { modificationFields } from "../dml/defaults.js";
import { recordFault } from "../http/fault.js";
import type { Value } from "../store/table.js";
import type { ApprovalProcess, ApprovalStep, FieldUpdates } from "./approval-process.js";
import { insertRecord, recordOf, recordsWith } from "./approval-records.js";
import type { ApprovalOutcome } from "./approval-request.js";

/** Which step of a submission begins. */
interface Beginning {
  readonly instanceId: string;
  readonly index: number;
  /** Those whom the request names. */
  readonly chosen: readonly string[];
}

/** Asks the approvers of a step: each gets a work item. */
export function beginStep(
  context: DataContext,
  { steps }: ApprovalProcess,
  { instanceId, index, chosen }: Beginning,
): Pick<ApprovalOutcome, "newWorkitemIds" | "actorIds"> {
  const step = steps[index];
  const instance = recordOf(context, "ProcessInstance", instanceId);
  if (step === undefined || instance === undefined) return { newWorkitemIds: [], actorIds: [] };
  const actorIds = approversOf(context, step, instance.values.SubmittedById, chosen);
  const node = nodeOf(context, instance.values.ProcessDefinitionId, index);
  insertRecord(context, "ProcessInstanceNode", {
    ProcessInstanceId: instanceId,
    ProcessNodeId: node?.id ?? null,
    ProcessNodeName: node?.values.Name ?? null,
    NodeStatus: "Pending",
  });
  const newWorkitemIds = actorIds.map((actor) =>
    insertRecord(context, "ProcessInstanceWorkitem", {
      ProcessInstanceId: instanceId,
      OriginalActorId: actor,
      ActorId: actor,
    }),
  );
  return { newWorkitemIds, actorIds };
}

/** The steps of a process, in their order, as records. */
export function nodesOf(context: DataContext, definitionId: Value | undefined) {
  return recordsWith(context, "ProcessNode", "ProcessDefinitionId", definitionId ?? null);
}

function nodeOf(context: DataContext, definitionId: Value | undefined, index: number) {
  return nodesOf(context, definitionId)[index];
}

function approversOf(
  context: DataContext,
  { approvers }: ApprovalStep,
  submitter: Value | undefined,
  chosen: readonly string[],
): readonly string[] {
  if (approvers === "manager") return [managerOf(context, submitter)];
  if (approvers !== "chosen") return approvers.map((username) => userNamed(context, username));
  if (chosen.length > 0) return chosen.map((id) => requireActor(context, id));
  const name = "nextApproverIds";
  throw recordFault("REQUIRED_FIELD_MISSING", `missing required field: [${name}]`, [name]);
}

function managerOf(context: DataContext, userId: Value | undefined): string {
  const manager = recordOf(context, "User", userId)?.values.ManagerId;
  if (recordOf(context, "User", manager) !== undefined) return String(manager);
  throw recordFault("MANAGER_NOT_DEFINED", "Manager undefined.");
}

function userNamed({ store }: DataContext, username: string): string {
  for (const { id, values } of store.table("User").all()) if (values.Username === username) return id;
  throw new TypeError(`An approval process asks the user ${username}, whom the org does not have.`);
}

function requireActor(context: DataContext, id: string): string {
  if (recordOf(context, "User", id) ?? recordOf(context, "Group", id)) return id;
  throw recordFault("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
}

/** Sets fields of the record that is approved, whoever may edit it. */
export function updateTarget(
  context: DataContext,
  recordId: Value | undefined,
  updates: FieldUpdates = {},
): void {
  const object = typeof recordId === "string" ? context.catalog.ofId(recordId) : undefined;
  const record = object && recordOf(context, object.name, recordId);
  if (object === undefined || record === undefined || Object.keys(updates).length === 0) return;
  context.store.replace(object.name, record, { ...modificationFields(context), ...updates });
}
