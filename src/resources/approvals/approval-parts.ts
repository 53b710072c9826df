import type { Handler, SendSettings } from "../../http/pipeline.js";
import type { QueryChannel } from "../query/create-query.js";

/** What approvals are sent by, and how. */
export interface ApprovalParts extends QueryChannel, Omit<SendSettings, "hints"> {
  readonly handler: Handler;
  readonly hints: SendSettings["hints"] | undefined;
}
