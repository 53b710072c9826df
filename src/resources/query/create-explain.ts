import { methodsOnDemand } from "../../async/methods-on-demand.js";
import type { Send } from "../../http/pipeline.js";
import type { Explain } from "./explain.js";

/** `explain`. The code behind it is loaded when it is first used. */
export function createExplain(send: Send): { readonly explain: Explain } {
  return methodsOnDemand(["explain"], async () => {
    const { explainOf } = await import("./explain-query.js");
    return explainOf(send);
  });
}
