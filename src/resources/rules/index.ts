import { methodsOnDemand } from "../../async/methods-on-demand.js";
import type { RuleParts } from "./rule-parts.js";

/** `sf.rules`. The code behind it is loaded when it is first used. */
export function createRules(parts: RuleParts) {
  return methodsOnDemand(["list", "get", "trigger"], async () =>
    (await import("./rule-methods.js")).rulesOf(parts),
  );
}
