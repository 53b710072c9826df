import type { FieldDefinition } from "../field-definition.js";
import { double } from "../fields/number.js";
import { type PicklistOptions, picklist } from "../fields/picklist.js";
import { lookup } from "../fields/reference.js";

/** Objects whose records can be submitted for approval. */
export const approvable = [
  "Account",
  "Asset",
  "Campaign",
  "Case",
  "Contact",
  "Contract",
  "Invoice__c",
  "Lead",
  "Opportunity",
  "Order",
  "Product2",
];

/** How far a record, a step of its approval or an approver is. */
export function approvalStatus(options: PicklistOptions = {}): FieldDefinition {
  return picklist(
    {
      Approved: "Approved",
      Rejected: "Rejected",
      Removed: "Recalled",
      Fault: "Fault",
      Pending: "Pending",
      Held: "Hold",
      Reassigned: "Reassigned",
      Started: "Submitted",
      NoResponse: "No Response",
    },
    { restricted: true, length: 40, readOnly: true, ...options },
  );
}

/** From its creation to its end. */
export const elapsedTime = {
  ElapsedTimeInDays: double(18, 2, { label: "Elapsed Time in Days", readOnly: true }),
  ElapsedTimeInHours: double(18, 2, { label: "Elapsed Time in Hours", readOnly: true }),
  ElapsedTimeInMinutes: double(18, 2, { label: "Elapsed Time in Minutes", readOnly: true }),
} satisfies Record<string, FieldDefinition>;

/** What belongs to a submission, and goes with it. */
export function ofInstance(children: string): FieldDefinition {
  return lookup("ProcessInstance", {
    label: "Process Instance ID",
    children,
    cascadeDelete: true,
    readOnly: true,
    nillable: false,
  });
}

/** Who is asked, and who was before it was given to someone else. */
export function actor(options: { cascadeDelete: boolean; updateable?: boolean }): FieldDefinition {
  return lookup(["Group", "User"], {
    readOnly: true,
    nillable: false,
    unlistedBy: ["Group"],
    ...options,
  });
}

/** What only Salesforce makes. */
export const approvalTraits = {
  owner: null,
  layoutable: false,
  createable: false,
  deletable: false,
  mruEnabled: false,
  replicateable: false,
  searchable: false,
  triggerable: false,
  undeletable: false,
  updateable: false,
} as const;
