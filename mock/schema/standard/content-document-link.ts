import { object } from "../dsl.js";
import { picklist } from "../fields/picklist.js";
import { lookup } from "../fields/reference.js";
import { subjects } from "./activity-fields.js";

const coded = { restricted: true, length: 40, permissionable: false } as const;
const onCreate = { required: true, updateable: false, cascadeDelete: true } as const;

/** The objects whose records have files. */
export const linkedEntities = [
  ...subjects,
  "CollaborationGroup",
  "Contact",
  "Dashboard",
  "Event",
  "Lead",
  "OrderItem",
  "Organization",
  "Report",
  "Task",
  "User",
] as const;

export const contentDocumentLink = object(
  "ContentDocumentLink",
  {
    label: "Content Document Link",
    prefix: "06A",
    idLabel: "ContentDocumentLink ID",
    owner: null,
    plural: "Content Document Link",
    viewed: false,
    mruEnabled: false,
    replicateable: false,
    searchable: false,
    undeletable: false,
    without: ["CreatedDate", "CreatedById", "LastModifiedDate", "LastModifiedById"],
  },
  {
    LinkedEntityId: lookup(linkedEntities, {
      label: "Linked Entity ID",
      children: "ContentDocumentLinks",
      ...onCreate,
    }),
    ContentDocumentId: lookup("ContentDocument", {
      label: "ContentDocument ID",
      children: "ContentDocumentLinks",
      ...onCreate,
    }),
    ShareType: picklist({ V: "Viewer", C: "Collaborator", I: "Inferred" }, { label: "Share Type", ...coded }),
    Visibility: picklist(
      { AllUsers: "All Users", InternalUsers: "Standard Users", SharedUsers: "Shared Users" },
      coded,
    ),
  },
);
