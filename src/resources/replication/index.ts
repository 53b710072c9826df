import { methodsOnDemand } from "../../async/methods-on-demand.js";
import type { Send } from "../../http/pipeline.js";
import type { Replication } from "./replication.js";

/** `updated` and `deleted`. The code behind them is loaded when one is first used. */
export function createReplication(sobject: string, send: Send): Replication {
  return methodsOnDemand(["updated", "deleted"], async () => {
    const { replicationOf } = await import("./changes.js");
    return replicationOf(sobject, send);
  });
}
