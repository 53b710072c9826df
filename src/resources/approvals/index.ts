import { methodsOnDemand } from "../../async/methods-on-demand.js";
import type { ApprovalParts } from "./approval-parts.js";
import type { Approvals } from "./approvals.js";

/** `sf.approvals`. The code behind it is loaded when it is first used. */
export function createApprovals(parts: ApprovalParts): Approvals {
  const names = ["list", "submit", "approve", "reject", "recall", "process", "pending"] as const;
  return methodsOnDemand(names, async () => (await import("./create-approvals.js")).approvalsOf(parts));
}
