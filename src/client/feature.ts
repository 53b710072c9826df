import type { Handler, Send } from "../http/pipeline.js";
import type { Decoders } from "../schema/decoders.js";
import type { ObjectMetadata, OrgMetadata } from "../schema/metadata.js";
import type { CoalesceSettings } from "../settings/settings.js";

/** What the parts of a client are made with. */
export interface ClientParts {
  readonly send: Send;
  readonly handler: Handler;
  readonly apiVersion: string;
  /** Headers of every request. */
  readonly headers: Readonly<Record<string, string>>;
  readonly metadata: OrgMetadata;
  readonly decoders: Decoders;
  /** Has a getter for each object of the org, by its `sobject`. */
  readonly accessors: object;
  /** Tells of an object; throws where the generated client does not hold it. */
  readonly objectOf: (name: string) => ObjectMetadata;
  readonly coalesce: CoalesceSettings | undefined;
}

/** A part of a client that generated code may leave out, with all of its code. */
export interface Feature {
  /** Its members of the client of an org. */
  readonly client?: (parts: ClientParts) => object;
  /** Its members of the client of an object. They take the place of others. */
  readonly sobject?: (name: string, parts: ClientParts) => object;
}
