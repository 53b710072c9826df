import { object } from "../dsl.js";
import { lookup } from "../fields/reference.js";
import { text } from "../fields/text.js";
import { actor, approvalStatus, approvalTraits, elapsedTime, ofInstance } from "./approval-fields.js";

export const processInstanceStep = object(
  "ProcessInstanceStep",
  {
    ...approvalTraits,
    label: "Process Instance Step",
    plural: "Process Instance Step",
    prefix: "04h",
    without: ["IsDeleted", "LastModifiedDate", "LastModifiedById"],
  },
  {
    ProcessInstanceId: ofInstance("Steps"),
    StepStatus: approvalStatus(),
    OriginalActorId: actor({ cascadeDelete: true }),
    ActorId: actor({ cascadeDelete: true }),
    Comments: text(4000, { readOnly: true }),
    StepNodeId: lookup("ProcessNode", {
      label: "Process Node ID",
      relationship: null,
      cascadeDelete: true,
      readOnly: true,
    }),
    ...elapsedTime,
  },
);
