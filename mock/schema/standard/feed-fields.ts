import { boolean, datetime } from "../fields/plain.js";
import { lookup } from "../fields/reference.js";

/** The objects whose records can have a feed, and followers. */
export const fedObjects = [
  "Account",
  "Asset",
  "Campaign",
  "Case",
  "CollaborationGroup",
  "Contact",
  "ContentDocument",
  "Contract",
  "Dashboard",
  "Event",
  "Lead",
  "Opportunity",
  "Order",
  "OrderItem",
  "Product2",
  "Report",
  "Task",
  "User",
] as const;

/** What no field of a feed item can be: Salesforce does not aggregate them. */
const single = { aggregatable: false } as const;
const stamped = { readOnly: true, nillable: false, defaultedOnCreate: true } as const;

/** Who wrote something of a feed: it goes with them. */
export function author(options: { readonly aggregatable?: false } = {}) {
  return lookup("User", { ...stamped, cascadeDelete: true, searchPrefilterable: false, ...options });
}

/** Who put it in, where that was someone else for the author. */
export function inserter(options: { readonly aggregatable?: false; readonly cascadeDelete?: true } = {}) {
  return lookup("User", {
    label: "InsertedBy ID",
    relationship: "InsertedBy",
    searchPrefilterable: false,
    ...stamped,
    ...options,
  });
}

/** When something of a feed was made. */
export function made(options: { readonly aggregatable?: false } = {}) {
  return datetime({ label: "Created Date", ...stamped, ...options });
}

/** Whether it is in the recycle bin, of objects that are listed with fields before it. */
export function deleted() {
  return boolean({ label: "Deleted", readOnly: true, ...single });
}

/** How far a post is on its way. */
export const feedStatuses = {
  Published: "Published",
  PendingReview: "PendingReview",
  Draft: "Draft",
} as const;
