import type { DataContext } from "../data-context.js";
import type { ApprovalProcess, ApprovalProcesses } from "./approval-process.js";
import { insertRecord } from "./approval-records.js";

/**
 * Puts in the records of the approval processes that an org is made with, unless it has them already.
 *
 * @throws TypeError where one cannot be
 */
export function defineProcesses(context: DataContext, processes: ApprovalProcesses): void {
  const known = new Set([...context.store.table("ProcessDefinition").all()].map(uniqueName));
  for (const [name, process] of Object.entries(processes)) {
    checkProcess(context, name, process);
    if (!known.has(name)) define(context, name, process);
  }
}

function define(context: DataContext, name: string, process: ApprovalProcess): void {
  const { object, label = name, description = null, recordEditability = "AdminOnly", steps } = process;
  const definitionId = insertRecord(context, "ProcessDefinition", {
    Name: label,
    DeveloperName: name,
    Type: "Approval",
    Description: description,
    TableEnumOrId: object,
    LockType: recordEditability === "AdminOnly" ? "Admin" : "Workitem",
    State: "Active",
  });
  for (const [index, step] of steps.entries()) {
    const stepName = step.name ?? `Step_${index + 1}`;
    insertRecord(context, "ProcessNode", {
      Name: stepName,
      DeveloperName: stepName,
      ProcessDefinitionId: definitionId,
    });
  }
}

function checkProcess({ catalog }: DataContext, name: string, { object, steps }: ApprovalProcess): void {
  if (catalog.find(object) === undefined) {
    throw new TypeError(`The approval process ${name} is for ${object}, which the org does not have.`);
  }
  if (!Array.isArray(steps) || steps.length === 0) {
    throw new TypeError(`The approval process ${name} has no steps: say who is asked.`);
  }
}

function uniqueName({ values }: { readonly values: Readonly<Record<string, unknown>> }): unknown {
  return values.DeveloperName;
}
