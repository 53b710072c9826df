import { methodsOnDemand } from "../../async/methods-on-demand.js";
import type { ActionParts } from "./create-actions.js";

/** `sf.actions`. The code behind it is loaded when it is first used. */
export function createActions(parts: ActionParts) {
  return methodsOnDemand(["run", "runMany", "list", "describe"], async () =>
    (await import("./create-actions.js")).createInvocableActions(parts),
  );
}
