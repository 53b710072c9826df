import type { SObjectClient } from "../resources/sobject/sobject-client.js";
import type { NoActions } from "../schema/actions.js";
import type { Decoded, Decoders, NoDecoders } from "../schema/decoders.js";
import type { FeatureName } from "../schema/feature-name.js";
import type { ObjectName } from "../schema/schema.js";
import type { ClientCore, ConnectOptions, DecodeOption } from "./client.js";

/** What each feature adds to the client of an org, to that of an object, and to the options of a connection. */
interface FeatureMembers extends Record<FeatureName, { client: string; sobject: string; options?: string }> {
  actions: { client: "actions"; sobject: never };
  aggregate: { client: never; sobject: "aggregate" };
  apexRest: { client: "apexRest"; sobject: never };
  approvals: { client: "approvals"; sobject: never };
  apps: { client: "tabs" | "theme" | "appMenu"; sobject: never };
  binds: { client: never; sobject: never };
  bulk: { client: "bulk"; sobject: never };
  chatter: { client: "chatter"; sobject: never };
  collections: {
    client: never;
    sobject: "createMany" | "createTree" | "retrieveMany" | "updateMany" | "upsertMany" | "deleteMany";
    options: "coalesce";
  };
  composite: { client: "composite" | "batch" | "graphs"; sobject: never };
  decode: { client: "with"; sobject: never; options: "decode" };
  describe: { client: "describe" | "versions"; sobject: "picklist" | "recordTypeId" };
  events: { client: "events"; sobject: never };
  explain: { client: "explain"; sobject: never };
  files: { client: "files"; sobject: "blob" | "createWithBlob" | "updateWithBlob" | "richTextImage" };
  find: { client: never; sobject: "find" | "count" | "subquery" | "updateWhere" | "deleteWhere" };
  graphql: { client: "graphql"; sobject: never };
  hints: { client: never; sobject: never };
  layouts: { client: "layouts"; sobject: "layouts" };
  limits: { client: "limits"; sobject: never; options: "budget" };
  listViews: { client: never; sobject: "listViews" | "listView" };
  pages: { client: never; sobject: never };
  quickActions: { client: "quickActions"; sobject: "quickActions" };
  replication: { client: never; sobject: "updated" | "deleted" };
  reports: { client: "reports" | "dashboards"; sobject: never };
  rest: { client: "rest" | "request"; sobject: never };
  rules: { client: "rules"; sobject: never };
  search: { client: "search" | "sosl" | "suggest" | "suggestQueries" | "searchScope"; sobject: never };
  tokens: { client: never; sobject: never; options: "tokenStore" | "tokenKey" | "renewAhead" };
  tooling: { client: "tooling"; sobject: never };
  users: { client: "recent" | "passwords"; sobject: never };
}

/** The members of the features that are left out. */
type Without<F extends FeatureName, Of extends "client" | "sobject"> = FeatureMembers[Exclude<
  FeatureName,
  F
>][Of];

type OptionsOf<Members> = Members extends { options: infer Options extends PropertyKey } ? Options : never;
/** How to connect with some features only. */
export type PartialConnectOptions<F extends FeatureName> = Omit<
  ConnectOptions,
  OptionsOf<FeatureMembers[Exclude<FeatureName, F>]>
>;

/** The option of the feature `decode`, where it is there. */
type DecodeOptionOf<D extends Decoders, F extends FeatureName> = "decode" extends F
  ? DecodeOption<D>
  : unknown;

/** A client of one object with some features only. */
export type PartialSObjectClient<S, N extends keyof S & string, F extends FeatureName> = Omit<
  SObjectClient<S, N>,
  Without<F, "sobject">
>;

/** A client of one org with some features only. */
export type PartialClient<S, F extends FeatureName, A = NoActions> = Omit<
  ClientCore<S, A>,
  "sobject" | "with" | Without<F, "client">
> & {
  /** The client of one object, by API name: the same as the property of that name. */
  sobject<const N extends string>(
    name: N extends ObjectName<S> ? N : ObjectName<S>,
  ): PartialSObjectClient<S, N & ObjectName<S>, F>;
  /** For functions over any object, whose name is a type parameter: `<N extends ObjectName<Schema>>(name: N)`. */
  sobject<N extends ObjectName<S>>(name: N): PartialSObjectClient<S, N, F>;
} & ("decode" extends F ? Decoding<S, F, A> : unknown) & {
    readonly [N in ObjectName<S>]: PartialSObjectClient<S, N, F>;
  };

/** What the feature `decode` adds to the client. */
interface Decoding<S, F extends FeatureName, A> {
  /** A client of the same login that gives and takes dates and multi-select picklists in another form. */
  with<const D extends Decoders>(options: DecodeOption<D>): PartialClient<Decoded<S, D>, F, A>;
}

/** Clients of one org, with some features only. */
export interface PartialOrg<S, F extends FeatureName, A = NoActions> {
  /**
   * A client that has logged in: wrong settings show here.
   *
   * @throws SettingsError, AuthError, ConnectionError, TimeoutError
   */
  connect<const D extends Decoders = NoDecoders>(
    options: PartialConnectOptions<F> & DecodeOptionOf<D, F>,
  ): Promise<PartialClient<Decoded<S, D>, F, A>>;
  /**
   * A client that logs in when something is first sent.
   *
   * @throws SettingsError
   */
  createClient<const D extends Decoders = NoDecoders>(
    options: PartialConnectOptions<F> & DecodeOptionOf<D, F>,
  ): PartialClient<Decoded<S, D>, F, A>;
}
