import type { Handler, Send, SendSettings } from "../../http/pipeline.js";
import type { Decoders } from "../../schema/decoders.js";
import type { OrgMetadata } from "../../schema/metadata.js";
import type { EncodeField } from "../sobject/record-body.js";

/** What the UI API is called with. */
export interface UiApiParts extends Omit<SendSettings, "hints"> {
  readonly send: Send;
  readonly handler: Handler;
  readonly hints: SendSettings["hints"] | undefined;
  readonly metadata: OrgMetadata;
  readonly decoders: Decoders;
  /** Encodes the fields of an object; throws where the client does not hold it. */
  readonly encodeOf: (name: string) => EncodeField;
}
