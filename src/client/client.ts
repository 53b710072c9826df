import type { Grant } from "../auth/grant.js";
import type { Introspection } from "../auth/introspection.js";
import type { RenewAhead } from "../auth/renewal-margin.js";
import type { TokenStore } from "../auth/token-store.js";
import type { Trace } from "../http/layers/trace.js";
import type { Transport } from "../http/pipeline.js";
import type { RunRequest } from "../http/request-call.js";
import type { Rest } from "../http/rest.js";
import type { InvocableActions } from "../resources/actions/invocable-actions.js";
import type { Dashboards } from "../resources/analytics/dashboards.js";
import type { Reports } from "../resources/analytics/reports.js";
import type { ApexRest } from "../resources/apex-rest/apex-rest.js";
import type { Approvals } from "../resources/approvals/approvals.js";
import type { AppMenu, Tabs, Theme } from "../resources/apps/apps.js";
import type { Bulk } from "../resources/bulk/bulk.js";
import type { RunBatch, RunComposite, RunGraphs } from "../resources/composite/composite-client.js";
import type { Chatter } from "../resources/connect/chatter.js";
import type { Describe } from "../resources/describe/index.js";
import type { Events } from "../resources/events/events.js";
import type { Files } from "../resources/files/files.js";
import type { RunGraphQL } from "../resources/graphql/graphql.js";
import type { UserIdentity } from "../resources/identity/index.js";
import type { Layouts } from "../resources/layouts/layouts.js";
import type { Limits } from "../resources/limits/index.js";
import type { Explain } from "../resources/query/explain.js";
import type { RunQuery } from "../resources/query/run-query.js";
import type { AnyContext, QuickActions } from "../resources/quick-actions/quick-actions.js";
import type { WorkflowRules } from "../resources/rules/rules.js";
import type {
  RunSosl,
  Search,
  SearchScopeOrder,
  Suggest,
  SuggestQueries,
} from "../resources/search/search.js";
import type { SObjectClient } from "../resources/sobject/sobject-client.js";
import type { Tooling } from "../resources/tooling/tooling.js";
import type { Passwords, Recent } from "../resources/users/users.js";
import type { Versions } from "../resources/versions/index.js";
import type { NoActions } from "../schema/actions.js";
import type { Contract } from "../schema/contract.js";
import type { Decoded, Decoders, NoDecoders } from "../schema/decoders.js";
import type { OrgMetadata } from "../schema/metadata.js";
import type { ObjectName } from "../schema/schema.js";
import type { Environment } from "../settings/environment.js";
import type { RequestOptions } from "../settings/settings.js";

/** How to connect to an org. */
export interface ConnectOptions extends RequestOptions {
  /** Which Salesforce: `production()`, `sandbox("acme", "dev1")`, `myDomain("acme")` or `custom(url)`. */
  environment: Environment;
  /** How to log in: `clientCredentials({ … })`, or another grant. */
  auth: Grant;
  /** Keeps the tokens, so that later runs and other processes go on with them. Default: they are not kept. */
  tokenStore?: TokenStore;
  /** Tells the login from others in the store. Default: login host, grant, client id and user name. */
  tokenKey?: string;
  /** Renews the session before it ends, by asking the server when that is. Default: when it has ended. */
  renewAhead?: RenewAhead;
  /** Sends the requests: anything with the form of `fetch`. Default: the global `fetch`, as it is when called. */
  transport?: Transport;
  /** Called after each request, for logs and metrics. */
  trace?: Trace;
}

/** How to connect without a generated client. */
export interface ClientOptions extends ConnectOptions {
  /** As `"66.0"`. */
  apiVersion: string;
}

/** The login: what is known of it, who it is, and its end. */
export interface SessionInfo extends UserIdentity {
  /** Where calls go; undefined before the first login. */
  readonly instanceUrl: string | undefined;
  /** URL of the user's identity. */
  readonly identityUrl: string | undefined;
  /** The scopes granted, with spaces between. */
  readonly scope: string | undefined;
  /**
   * What the server knows of the access token, its end included. `POST /services/oauth2/introspect`.
   *
   * @throws SettingsError where the grant is not that of an app
   */
  introspect(): Promise<Introspection>;
  /**
   * Ends the session: revokes the refresh token, else the access token, and takes it out of the token store.
   * A later call logs in anew where the grant can. `POST /services/oauth2/revoke`.
   *
   * @throws AuthError, ConnectionError, TimeoutError; nothing is forgotten then
   */
  logout(): Promise<void>;
}

/**
 * What every client has, whatever its org.
 *
 * @typeParam A the actions that generated code knows
 */
export interface ClientCore<S, A = NoActions> {
  /** As `"66.0"`. */
  readonly apiVersion: string;
  readonly session: SessionInfo;
  /** The client of one object, by API name: the same as the property of that name. */
  sobject<const N extends string>(
    name: N extends ObjectName<S> ? N : ObjectName<S>,
  ): SObjectClient<S, N & ObjectName<S>>;
  /** For functions over any object, whose name is a type parameter: `<N extends ObjectName<Schema>>(name: N)`. */
  sobject<N extends ObjectName<S>>(name: N): SObjectClient<S, N>;
  /**
   * Runs SOQL text. The row is inferred from text that is known when compiling, and its `:name` binds are asked
   * for, as `query("SELECT Id FROM Account WHERE Name = :name", { name })`; of other text name the row, as
   * `query<{ Id: string }>(text)`. Rows keep the form they have on the wire, `attributes` included; child
   * results are complete. `GET /query`.
   */
  readonly query: RunQuery<S>;
  /** As `query`, with deleted, merged and archived rows. `GET /queryAll`. */
  readonly queryAll: RunQuery<S>;
  /** How Salesforce would run a query: what to look at where one is slow. `GET /query?explain=`. */
  readonly explain: Explain;
  /** Finds records by words, among several objects at a time. `GET /search`. */
  readonly search: Search<S>;
  /** Runs SOSL text; records keep the form they have on the wire. `GET /search`. */
  readonly sosl: RunSosl;
  /** Records to choose from while a name is being typed. `GET /search/suggestions`. */
  readonly suggest: Suggest<S>;
  /** What others searched Salesforce Knowledge for. `GET /search/suggestSearchQueries`. */
  readonly suggestQueries: SuggestQueries;
  /** The objects that global search looks among. `GET /search/scopeOrder`. */
  readonly searchScope: SearchScopeOrder<S>;
  /** Records that wait for someone's approval. `GET /process/approvals`, `POST /process/approvals`. */
  readonly approvals: Approvals;
  /** Chatter: posts, comments, likes, and what users follow. `/chatter`, of the Connect API. */
  readonly chatter: Chatter;
  /** Workflow rules, and having them evaluated. `GET /process/rules`, `POST /process/rules`. */
  readonly rules: WorkflowRules<S>;
  /** The tabs the user has. `GET /tabs`. */
  readonly tabs: Tabs;
  /** The icons and colors of the objects. `GET /theme`. */
  readonly theme: Theme;
  /** The apps the user can switch to, and what the mobile app's menu holds. `GET /appMenu/{type}`. */
  readonly appMenu: AppMenu;
  /** Reports: run, read as rows and groups, changed and made. `GET /analytics/reports`. */
  readonly reports: Reports;
  /** Dashboards: what they show, and refreshing them. `GET /analytics/dashboards`. */
  readonly dashboards: Dashboards;
  /** GraphQL: documents as text, or typed by tools, and the pages of what they ask for. `POST /graphql`. */
  readonly graphql: RunGraphQL;
  /** Several writes as one request, which may use each other's ids: all happen, or none. */
  readonly composite: RunComposite<S>;
  /** Many independent requests, 25 to a request. */
  readonly batch: RunBatch<S>;
  /** A transaction for each of many items, up to 75 to a request. */
  readonly graphs: RunGraphs<S>;
  /** Bulk API 2.0: many records at a time. */
  readonly bulk: Bulk<S>;
  /** Flows, Apex methods, email alerts, quick actions and standard actions: typed where they were pulled. */
  readonly actions: InvocableActions<S, A>;
  /** The org's own REST methods, in Apex: by path, or typed by an interface of yours. `/services/apexrest`. */
  readonly apexRest: ApexRest;
  /** The Tooling API: Apex, its tests and logs, and metadata as records. */
  readonly tooling: Tooling;
  /** Files of Salesforce Files: uploads, downloads, and at which records they are. */
  readonly files: Files<S>;
  /** Quick actions that are of no object. */
  readonly quickActions: QuickActions<S, AnyContext>;
  /** Streamed events: platform events, changes of records, PushTopics. `POST /cometd/{version}`. */
  readonly events: Events<S>;
  readonly describe: Describe;
  /** Layouts of several objects, and of none. */
  readonly layouts: Layouts;
  /** The records the user looked at last. `GET /recent`. */
  readonly recent: Recent;
  /** The passwords of users. `GET /sobjects/User/{id}/password`. */
  readonly passwords: Passwords;
  readonly limits: Limits;
  /** The API versions the org has. `GET /services/data`. */
  readonly versions: Versions;
  /** The typed raw door to the REST API. */
  readonly rest: Rest;
  /** The raw door to every path of the org that has no method of its own. */
  readonly request: RunRequest;
  /**
   * A client of the same login that gives and takes dates and multi-select picklists in another form, besides
   * what `decode` of this one says. Nothing is sent.
   */
  with<const D extends Decoders>(options: DecodeOption<D>): Client<Decoded<S, D>, A>;
}

/** A client of one org: its objects are properties, as `sf.Account`. */
export type Client<S, A = NoActions> = ClientCore<S, A> & {
  readonly [N in ObjectName<S>]: SObjectClient<S, N>;
};

/** What generated code says of an org. */
export interface OrgDefinition {
  /** Generated code and run time must agree on it. Where this does not compile, run `orgtype generate`. */
  readonly contract: Contract;
  /** As `"66.0"`. */
  readonly apiVersion: string;
  readonly metadata: OrgMetadata;
}

/** How values are given and taken that are text on the wire. */
export interface DecodeOption<D> {
  /** As `jsDates`, or `{ ...jsDates, multipicklist: "array" }`. Default: they stay text. */
  decode?: D;
}

/** Clients of one org. */
export interface Org<S, A = NoActions> {
  /**
   * A client that has logged in: wrong settings show here.
   *
   * @throws SettingsError, AuthError, ConnectionError, TimeoutError
   */
  connect<const D extends Decoders = NoDecoders>(
    options: ConnectOptions & DecodeOption<D>,
  ): Promise<Client<Decoded<S, D>, A>>;
  /**
   * A client that logs in when something is first sent.
   *
   * @throws SettingsError
   */
  createClient<const D extends Decoders = NoDecoders>(
    options: ConnectOptions & DecodeOption<D>,
  ): Client<Decoded<S, D>, A>;
}
