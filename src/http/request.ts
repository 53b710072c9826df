import { methodsOnDemand } from "../async/methods-on-demand.js";
import type { Handler, SendSettings } from "./pipeline.js";
import type { RunRequest } from "./request-call.js";

/** `sf.request`. The code behind it is loaded when it is first used. */
export function createRequest(handler: Handler, settings: SendSettings): { request: RunRequest } {
  const onDemand = methodsOnDemand(["request"], async () => {
    const { createRawRequest } = await import("./raw-request.js");
    return { request: createRawRequest(handler, settings) };
  });
  // Which form comes of which name is known to the types only.
  return onDemand as { request: RunRequest };
}
