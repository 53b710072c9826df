import { methodsOnDemand } from "../../async/methods-on-demand.js";
import type { Send } from "../../http/pipeline.js";

/** `sf.layouts`. The code behind it is loaded when it is first used. */
export function createLayouts(send: Send) {
  return methodsOnDemand(["global", "compact", "search"], async () =>
    (await import("./layout-methods.js")).layoutsOf(send),
  );
}

/** `sf.Account.layouts`. The code behind it is loaded when it is first used. */
export function createObjectLayouts(object: string, send: Send) {
  return methodsOnDemand(["list", "page", "named", "compact", "approval"], async () =>
    (await import("./layout-methods.js")).objectLayoutsOf(object, send),
  );
}
