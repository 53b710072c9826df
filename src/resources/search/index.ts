import { methodsOnDemand } from "../../async/methods-on-demand.js";
import type { Send } from "../../http/pipeline.js";
import type { OrgMetadata } from "../../schema/metadata.js";

/** `search`, `sosl`, `suggest`, `suggestQueries` and `searchScope`. The code behind them is loaded when one is first used. */
export function createSearch(send: Send, metadata: OrgMetadata) {
  return methodsOnDemand(["search", "sosl", "suggest", "suggestQueries", "searchScope"], async () => {
    const { createSearches, createSuggestions } = await import("./methods.js");
    return { ...createSearches(send, metadata), ...createSuggestions(send, metadata) };
  });
}
