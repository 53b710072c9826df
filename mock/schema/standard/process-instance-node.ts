import { object } from "../dsl.js";
import { datetime } from "../fields/plain.js";
import { lookup } from "../fields/reference.js";
import { text } from "../fields/text.js";
import { approvalStatus, approvalTraits, elapsedTime, ofInstance } from "./approval-fields.js";

export const processInstanceNode = object(
  "ProcessInstanceNode",
  {
    ...approvalTraits,
    label: "Process Instance Node",
    plural: "Process Instance Node",
    prefix: "0OO",
    replicateable: true,
  },
  {
    ProcessInstanceId: ofInstance("Nodes"),
    ProcessNodeId: lookup("ProcessNode", {
      label: "Process Node ID",
      cascadeDelete: true,
      readOnly: true,
      nillable: false,
    }),
    NodeStatus: approvalStatus(),
    CompletedDate: datetime({ readOnly: true }),
    LastActorId: lookup("User", { label: "User ID", cascadeDelete: true, readOnly: true }),
    ProcessNodeName: text(255, { label: "Name", readOnly: true }),
    ...elapsedTime,
  },
);
