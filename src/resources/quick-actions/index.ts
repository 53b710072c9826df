import { methodsOnDemand } from "../../async/methods-on-demand.js";
import type { QuickActionParts } from "./quick-action-parts.js";

/**
 * `sf.quickActions`, `sf.Account.quickActions`. The code behind them is loaded when it is first used.
 *
 * @param object left out, the actions are of none
 */
export function createQuickActions(parts: QuickActionParts, object?: string) {
  return methodsOnDemand(["list", "describe", "defaultValues", "run"], async () =>
    (await import("./quick-action-methods.js")).quickActionsOf(parts, object),
  );
}
