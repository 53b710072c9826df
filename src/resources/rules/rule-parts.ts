import type { Handler, Send, SendSettings } from "../../http/pipeline.js";

/** What workflow rules are asked for by, and how. */
export interface RuleParts extends Omit<SendSettings, "hints"> {
  readonly send: Send;
  readonly handler: Handler;
  readonly hints: SendSettings["hints"] | undefined;
}
