import type { CallOptions } from "../../http/call-options.js";
import type { Send } from "../../http/pipeline.js";
import type { BatchOptions } from "./batch.js";
import type { CompositeOptions } from "./composite.js";
import { makePlan, type Planner } from "./plan.js";
import { createReferences } from "./references.js";

/**
 * Several requests as one, or as few. Plans are made at once, of what their records are then; the code that sends
 * them is loaded after that.
 */
export function createPlans(send: Send, apiVersion: string, planner: Planner) {
  return {
    async composite(plan: (c: object) => unknown, options: CompositeOptions = {}) {
      const references = createReferences();
      const made = makePlan(plan, planner, references, true);
      const { sendComposite } = await import("./send-plans.js");
      return sendComposite(send, apiVersion, made, references, options);
    },
    async batch(plan: (b: object) => unknown, options: BatchOptions = {}) {
      const made = makePlan(plan, planner, createReferences(), false);
      const { sendBatch } = await import("./send-plans.js");
      return sendBatch(send, apiVersion, made, options);
    },
    async graphs(
      items: Iterable<unknown>,
      plan: (c: object, item: unknown, index: number) => unknown,
      options: CallOptions = {},
    ) {
      const references = createReferences();
      const plans = Array.from(items, (item, index) =>
        makePlan((c) => plan(c, item, index), planner, references, true),
      );
      const { sendGraphs } = await import("./send-plans.js");
      return sendGraphs(send, apiVersion, plans, references, options);
    },
  };
}
