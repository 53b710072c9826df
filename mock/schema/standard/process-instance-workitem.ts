import { object } from "../dsl.js";
import { actor, approvalTraits, elapsedTime, ofInstance } from "./approval-fields.js";

export const processInstanceWorkitem = object(
  "ProcessInstanceWorkitem",
  {
    ...approvalTraits,
    label: "Approval Request",
    prefix: "04i",
    idLabel: "Process Instance Workitem ID",
    without: ["LastModifiedDate", "LastModifiedById"],
    deletable: true,
    updateable: true,
  },
  {
    ProcessInstanceId: ofInstance("Workitems"),
    OriginalActorId: actor({ cascadeDelete: true }),
    ActorId: actor({ cascadeDelete: false, updateable: true }),
    ...elapsedTime,
  },
);
