import { object } from "../dsl.js";
import { picklist } from "../fields/picklist.js";
import { text, textarea } from "../fields/text.js";
import { approvable, approvalTraits } from "./approval-fields.js";

const chosen = { restricted: true, length: 40, readOnly: true, nillable: false } as const;

export const processDefinition = object(
  "ProcessDefinition",
  {
    ...approvalTraits,
    label: "Process Definition",
    plural: "Process Definition",
    prefix: "04a",
    idLabel: "Approval Process ID",
    without: ["IsDeleted"],
    mruEnabled: true,
    searchable: true,
  },
  {
    Name: text(255, { readOnly: true, nillable: false, nameField: true }),
    DeveloperName: text(80, { label: "Unique Name", readOnly: true, nillable: false }),
    Type: picklist(
      { Approval: "Approval Process", State: "State-based Process" },
      { ...chosen, label: "Process Definition Type", default: "Approval" },
    ),
    Description: textarea(1000, { readOnly: true }),
    TableEnumOrId: picklist(approvable, { ...chosen, label: "Custom Object Definition ID" }),
    LockType: picklist(["Total", "Admin", "Owner", "Workitem", "Node", "none"], chosen),
    State: picklist(["Active", "Inactive", "Obsolete"], chosen),
  },
);
