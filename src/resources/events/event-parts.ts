import type { Handler, ReviveBody, Send, SendSettings } from "../../http/pipeline.js";

/** What events are read by, and how. */
export interface EventParts {
  readonly send: Send;
  readonly handler: Handler;
  readonly apiVersion: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly hints: SendSettings["hints"];
  readonly revive: ReviveBody | undefined;
}
