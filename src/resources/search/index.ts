import { methodsOnDemand } from "../../async/methods-on-demand.js";
import type { Send } from "../../http/pipeline.js";
import type { OrgMetadata } from "../../schema/metadata.js";

/** `search` and `sosl`. The code behind them is loaded when one is first used. */
export function createSearch(send: Send, metadata: OrgMetadata) {
  return methodsOnDemand(["search", "sosl"], async () => {
    const { createSearches } = await import("./run-search.js");
    return createSearches(send, metadata);
  });
}
