import { methodsOnDemand } from "../../async/methods-on-demand.js";
import type { Send } from "../../http/pipeline.js";
import type { Apps } from "./apps.js";

/** `sf.tabs`, `sf.theme` and `sf.appMenu`. The code behind them is loaded when one is first used. */
export function createApps(send: Send): Apps {
  return methodsOnDemand(["tabs", "theme", "appMenu"], async () =>
    (await import("./app-methods.js")).appsOf(send),
  );
}
