import { object } from "../dsl.js";
import { lookup } from "../fields/reference.js";
import { text, textarea } from "../fields/text.js";
import { approvalTraits } from "./approval-fields.js";

export const processNode = object(
  "ProcessNode",
  {
    ...approvalTraits,
    label: "Process Node",
    plural: "Process Node",
    prefix: "04b",
    without: ["IsDeleted", "CreatedDate", "CreatedById", "LastModifiedDate", "LastModifiedById"],
  },
  {
    Name: text(255, { readOnly: true, nillable: false, nameField: true }),
    DeveloperName: text(80, { label: "Unique Name", readOnly: true, nillable: false }),
    ProcessDefinitionId: lookup("ProcessDefinition", {
      label: "Approval Process ID",
      cascadeDelete: true,
      readOnly: true,
      nillable: false,
    }),
    Description: textarea(1000, { readOnly: true }),
  },
);
