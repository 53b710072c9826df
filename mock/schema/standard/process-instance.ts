import { object } from "../dsl.js";
import { datetime } from "../fields/plain.js";
import { lookup } from "../fields/reference.js";
import { approvable, approvalStatus, approvalTraits, elapsedTime } from "./approval-fields.js";

const someone = { label: "User ID", cascadeDelete: true, readOnly: true } as const;

export const processInstance = object(
  "ProcessInstance",
  { ...approvalTraits, label: "Process Instance", plural: "Process Instance", prefix: "04g" },
  {
    ProcessDefinitionId: lookup("ProcessDefinition", {
      label: "Approval Process ID",
      readOnly: true,
      nillable: false,
    }),
    TargetObjectId: lookup(approvable, {
      children: "ProcessInstances",
      cascadeDelete: true,
      readOnly: true,
      nillable: false,
    }),
    Status: approvalStatus({ nillable: false }),
    CompletedDate: datetime({ readOnly: true }),
    LastActorId: lookup("User", someone),
    ...elapsedTime,
    SubmittedById: lookup("User", someone),
  },
);
