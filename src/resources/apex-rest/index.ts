import { methodsOnDemand } from "../../async/methods-on-demand.js";
import type { Handler, SendSettings } from "../../http/pipeline.js";
import type { AnswerFormName } from "../../http/request-call.js";
import type { ApexRest } from "./apex-rest.js";
import type { ApexRestCall } from "./apex-rest-call.js";

type Options = ApexRestCall<AnswerFormName> & { schema?: unknown };

/** `sf.apexRest`. The code behind it is loaded when it is first used. */
export function createApexRest(handler: Handler, settings: SendSettings): ApexRest {
  const callsOf = (namespace?: string) => {
    const names = ["get", "post", "put", "patch", "delete"] as const;
    const calls = methodsOnDemand(names, async () =>
      (await import("./call-apex-rest.js")).createApexRestCalls(handler, settings, namespace),
    );
    return Object.fromEntries(
      names.map((name) => [
        name,
        (path: string, { schema, ...options }: Options = {}) => calls[name](path, options, () => schema),
      ]),
    );
  };
  // What is answered to which path is known to the types only.
  return {
    ...callsOf(),
    routes: ({ namespace }: { namespace?: string } = {}) => callsOf(namespace),
  } as unknown as ApexRest;
}
