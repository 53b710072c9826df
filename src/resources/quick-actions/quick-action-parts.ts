import type { Send, SendSettings } from "../../http/pipeline.js";
import type { EncodeField } from "../sobject/record-body.js";

/** What quick actions are run with. */
export interface QuickActionParts extends Omit<SendSettings, "hints"> {
  readonly send: Send;
  readonly hints: SendSettings["hints"] | undefined;
  /** Encodes the fields of an object; throws where the client does not hold it. */
  readonly encodeOf: (name: string) => EncodeField;
}

/** What quick actions are called with, before it is checked. */
export interface GivenArgs {
  readonly target?: unknown;
  readonly contextId?: unknown;
  readonly record?: unknown;
}
