import type { Handler, Send, SendSettings } from "../../http/pipeline.js";
import type { ObjectMetadata, OrgMetadata } from "../../schema/metadata.js";
import type { EncodeField } from "../sobject/record-body.js";

/** What files are read and written with. */
export interface FileParts extends SendSettings {
  readonly send: Send;
  readonly handler: Handler;
  readonly metadata: OrgMetadata;
  readonly objectOf: (name: string) => ObjectMetadata;
  readonly encodeOf: (name: string) => EncodeField;
}
