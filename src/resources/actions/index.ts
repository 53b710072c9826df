import { methodsOnDemand } from "../../async/methods-on-demand.js";
import type { Handler, SendSettings } from "../../http/pipeline.js";
import type { RecordEncoder } from "./encode-inputs.js";

/** `sf.actions`. The code behind it is loaded when it is first used. */
export function createActions(handler: Handler, settings: SendSettings, encode: RecordEncoder) {
  return methodsOnDemand(["run", "runMany", "list", "describe"], async () => {
    const { createInvocableActions } = await import("./create-actions.js");
    return createInvocableActions(handler, settings, encode);
  });
}
