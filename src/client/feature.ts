import type { KeptTokens } from "../auth/kept-tokens.js";
import type { Lasting } from "../auth/session.js";
import type { BoundBody } from "../http/answer-body.js";
import type { ApiUsage } from "../http/api-usage.js";
import type { Handler, Layer, ReviveBody, Send, Transport } from "../http/pipeline.js";
import type { HintFor } from "../http/refusal.js";
import type { WireRecord } from "../http/schemas.js";
import type { QueryChannel } from "../resources/query/create-query.js";
import type { EncodeField } from "../resources/sobject/record-body.js";
import type { Decoders } from "../schema/decoders.js";
import type { ObjectMetadata, OrgMetadata } from "../schema/metadata.js";
import type { CoalesceSettings } from "../settings/settings.js";
import type { ConnectOptions } from "./client.js";

/** What the parts of a client are made with. */
export interface ClientParts {
  readonly send: Send;
  readonly handler: Handler;
  readonly apiVersion: string;
  /** Headers of every request. */
  readonly headers: Readonly<Record<string, string>>;
  /** Loads what is known of errors. */
  readonly hints: ConnectionFeatures["hints"] | undefined;
  /** Makes values of text in answers. */
  readonly revive: ReviveBody | undefined;
  readonly metadata: OrgMetadata;
  readonly decoders: Decoders;
  /** Makes rows of records that a query of this text gave. */
  readonly toRows: ToRows | undefined;
  /** Reads the records of queries. */
  readonly readRecords: QueryChannel["readRecords"];
  /** Has a getter for each object of the org, by its `sobject`. */
  readonly accessors: object;
  /** Tells of an object; throws where the generated client does not hold it. */
  readonly objectOf: (name: string) => ObjectMetadata;
  /** Encodes the fields of an object; throws as `objectOf`. */
  readonly encodeOf: (name: string) => EncodeField;
  readonly coalesce: CoalesceSettings | undefined;
  /** What the last answer said of the org's API requests. */
  readonly usage: () => ApiUsage | undefined;
  /** A client of the same login with further decoders. */
  readonly decodingWith: (decoders: Decoders) => object;
}

export type ToRows = (soql: string, records: WireRecord[]) => Promise<WireRecord[]>;

/** What features do for the connection of a client. Each checks its own options, and throws SettingsErrors. */
export interface ConnectionFeatures {
  /** What to do about errors of Salesforce. */
  readonly hints?: () => Promise<HintFor>;
  /** What to do about errors of its login server. */
  readonly loginHint?: (error: string, description?: string) => Promise<string | undefined>;
  /** Where the tokens are kept. */
  readonly kept?: (options: ConnectOptions) => (() => Promise<KeptTokens>) | undefined;
  /** How the tokens are renewed before their end. */
  readonly lasting?: (options: ConnectOptions) => Lasting | undefined;
  /** Sends what is too long for a URL, as queries with many values are. */
  readonly shortUrls?: () => Layer;
  /** @param usage what the last answer said */
  readonly budget?: (options: ConnectOptions, usage: () => ApiUsage | undefined) => Layer | undefined;
  /** How the records of queries are read. They are revived as by `decoding`. */
  readonly readRecords?: (send: Send, revive: ReviveBody | undefined) => QueryChannel["readRecords"];
  /** The default in the place of the global `fetch`. */
  readonly transport?: Transport;
  /** For clients that have something to stream. */
  readonly boundBody?: BoundBody;
  readonly coalesce?: (options: ConnectOptions) => CoalesceSettings | undefined;
  /** How values are taken that are text on the wire, */
  readonly encoding?: (fields: ObjectMetadata["fields"]) => EncodeField;
  /** and how they are given. */
  readonly decoding?: (
    decoders: Decoders,
    metadata: OrgMetadata,
  ) => { readonly revive: ReviveBody; readonly toRows: ToRows } | undefined;
}

/** A part of a client that generated code may leave out, with all of its code. */
export interface Feature {
  readonly connection?: ConnectionFeatures;
  /** Its members of the client of an org. */
  readonly client?: (parts: ClientParts) => object;
  /** Its members of the client of an object. They take the place of others. */
  readonly sobject?: (name: string, parts: ClientParts) => object;
}
