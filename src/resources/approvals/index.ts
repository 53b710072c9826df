import { methodsOnDemand } from "../../async/methods-on-demand.js";
import type { Handler, SendSettings } from "../../http/pipeline.js";
import type { Approvals } from "./approvals.js";
import type { FindWorkitems } from "./pending-approvals.js";

/** `sf.approvals`. The code behind it is loaded when it is first used. */
export function createApprovals(handler: Handler, settings: SendSettings, find: FindWorkitems): Approvals {
  return methodsOnDemand(
    ["list", "submit", "approve", "reject", "recall", "process", "pending"],
    async () => {
      const { approvalsOf } = await import("./create-approvals.js");
      return approvalsOf(handler, settings, find);
    },
  );
}
