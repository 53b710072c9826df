import type { Handler, SendSettings } from "../../http/pipeline.js";

/** What reports and dashboards are asked for by. */
export interface AnalyticsParts extends Omit<SendSettings, "hints" | "revive"> {
  readonly handler: Handler;
  readonly hints: SendSettings["hints"] | undefined;
}
