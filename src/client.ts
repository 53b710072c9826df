import { globalFetch } from "./auth/global-fetch.js";
import type { Grant } from "./auth/grant.js";
import type { Introspection } from "./auth/introspection.js";
import { keptTokens, tokenKeyOf } from "./auth/kept-tokens.js";
import { marginOf, type RenewAhead } from "./auth/renew-ahead.js";
import { createSession, type Session } from "./auth/session.js";
import type { TokenSet } from "./auth/token-set.js";
import type { TokenStore } from "./auth/token-store.js";
import { SettingsError } from "./errors.js";
import { authorize } from "./http/layers/authorize.js";
import { budget } from "./http/layers/budget.js";
import { deadline } from "./http/layers/deadline.js";
import { type ApiUsage, limits } from "./http/layers/limits.js";
import { retry } from "./http/layers/retry.js";
import { type Trace, trace } from "./http/layers/trace.js";
import {
  compose,
  createSend,
  exchange,
  type Handler,
  type Layer,
  type Send,
  type Transport,
} from "./http/pipeline.js";
import { createRest, type Rest } from "./http/rest.js";
import type { Bulk } from "./resources/bulk/bulk.js";
import { createBulk } from "./resources/bulk/index.js";
import { createBatch } from "./resources/composite/batch.js";
import type { RunBatch, RunComposite, RunGraphs } from "./resources/composite/composite-client.js";
import { createGraphs } from "./resources/composite/graphs.js";
import { createComposite } from "./resources/composite/index.js";
import { createDescribe, type Describe } from "./resources/describe/index.js";
import { createUserIdentity, type UserIdentity } from "./resources/identity/index.js";
import { createLimits, type Limits } from "./resources/limits/index.js";
import { createObjectQueries } from "./resources/query/find.js";
import { createQueryResources } from "./resources/query/index.js";
import type { RunQuery } from "./resources/query/run-query.js";
import { createSObjectClient } from "./resources/sobject/index.js";
import type { SObjectClient } from "./resources/sobject/sobject-client.js";
import { createVersions, type Versions } from "./resources/versions/index.js";
import { CONTRACT, type Contract } from "./schema/contract.js";
import type { Decoded, Decoders, NoDecoders } from "./schema/decoders.js";
import type { ObjectMetadata, OrgMetadata } from "./schema/metadata.js";
import type { ObjectName } from "./schema/schema.js";
import { checkEnvironment, type Environment } from "./settings/environment.js";
import {
  type CoalesceSettings,
  checkApiVersion,
  type RequestOptions,
  type RequestSettings,
  requestSettings,
} from "./settings/settings.js";
import { recordsDecoder } from "./values/decode-records.js";

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

/** What every client has, whatever its org. */
export interface ClientCore<S> {
  /** As `"66.0"`. */
  readonly apiVersion: string;
  readonly session: SessionInfo;
  /** The client of one object, by API name: the same as the property of that name. */
  sobject<const N extends string>(
    name: N extends ObjectName<S> ? N : ObjectName<S>,
  ): SObjectClient<S, N & ObjectName<S>>;
  /**
   * Runs SOQL text. The row is inferred from text that is known when compiling, and its `:name` binds are asked
   * for, as `query("SELECT Id FROM Account WHERE Name = :name", { name })`; of other text name the row, as
   * `query<{ Id: string }>(text)`. Rows keep the form they have on the wire, `attributes` included; child
   * results are complete. `GET /query`.
   */
  readonly query: RunQuery<S>;
  /** As `query`, with deleted, merged and archived rows. `GET /queryAll`. */
  readonly queryAll: RunQuery<S>;
  /** Several writes as one request, which may use each other's ids: all happen, or none. */
  readonly composite: RunComposite<S>;
  /** Many independent requests, 25 to a request. */
  readonly batch: RunBatch<S>;
  /** A transaction for each of many items, up to 75 to a request. */
  readonly graphs: RunGraphs<S>;
  /** Bulk API 2.0: many records at a time. */
  readonly bulk: Bulk<S>;
  readonly describe: Describe;
  readonly limits: Limits;
  /** The API versions the org has. `GET /services/data`. */
  readonly versions: Versions;
  /** The typed raw door to the REST API. */
  readonly rest: Rest;
  /**
   * A client of the same login that gives and takes dates and multi-select picklists in another form, besides
   * what `decode` of this one says. Nothing is sent.
   */
  with<const D extends Decoders>(options: DecodeOption<D>): Client<Decoded<S, D>>;
}

/** A client of one org: its objects are properties, as `sf.Account`. */
export type Client<S> = ClientCore<S> & { readonly [N in ObjectName<S>]: SObjectClient<S, N> };

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
export interface Org<S> {
  /**
   * A client that has logged in: wrong settings show here.
   *
   * @throws SettingsError, AuthError, ConnectionError, TimeoutError
   */
  connect<const D extends Decoders = NoDecoders>(
    options: ConnectOptions & DecodeOption<D>,
  ): Promise<Client<Decoded<S, D>>>;
  /**
   * A client that logs in when something is first sent.
   *
   * @throws SettingsError
   */
  createClient<const D extends Decoders = NoDecoders>(
    options: ConnectOptions & DecodeOption<D>,
  ): Client<Decoded<S, D>>;
}

/** An org without generated code: nothing is known of its objects. */
type UnknownOrg = Record<never, never>;

/**
 * The clients of the org that generated code tells of. Generated code calls it; programs use what it returns.
 *
 * @throws SettingsError where the code was generated for another version of this package
 */
export function defineOrg<S>(definition: OrgDefinition): Org<S> {
  if (definition.contract !== CONTRACT) {
    throw new SettingsError(
      "settings.contract",
      `The generated code has contract ${definition.contract}; this version of orgtype needs ${CONTRACT}.`,
      { hint: "Run `orgtype generate`." },
    );
  }
  const apiVersion = checkApiVersion(definition.apiVersion);
  const parts = {
    apiVersion,
    metadata: definition.metadata,
    accessors: objectAccessors(definition.metadata),
  };
  const createClient = ({ decode = {}, ...options }: ConnectOptions & DecodeOption<Decoders>) =>
    clientOf(openConnection(options), parts, decode);
  const org = {
    createClient,
    async connect({ decode = {}, ...options }: ConnectOptions & DecodeOption<Decoders>) {
      const connection = openConnection(options);
      await connection.session.current();
      return clientOf(connection, parts, decode);
    },
  };
  // What the decoders make of the schema is known to the types only.
  return org as unknown as Org<S>;
}

/**
 * A client without generated code: queries, describes and the raw door work, objects are not known.
 * It logs in when something is first sent.
 *
 * @throws SettingsError
 */
export function createClient({ apiVersion, ...options }: ClientOptions): Client<UnknownOrg> {
  return defineOrg<UnknownOrg>({ contract: CONTRACT, apiVersion, metadata: {} }).createClient(options);
}

/**
 * As `createClient`, but logs in at once: wrong settings show here.
 *
 * @throws SettingsError, AuthError, ConnectionError, TimeoutError
 */
export function connect({ apiVersion, ...options }: ClientOptions): Promise<Client<UnknownOrg>> {
  return defineOrg<UnknownOrg>({ contract: CONTRACT, apiVersion, metadata: {} }).connect(options);
}

interface Connection {
  readonly session: Session;
  readonly handler: Handler;
  readonly headers: Readonly<Record<string, string>>;
  readonly usage: () => ApiUsage | undefined;
  readonly coalesce: CoalesceSettings | undefined;
}

function openConnection(options: ConnectOptions): Connection {
  const { environment, auth: grant, transport = globalFetch, tokenStore } = checked(options);
  const settings = requestSettings(options);
  const session = createSession({
    ...settings,
    environment,
    grant,
    transport,
    kept: tokenStore && keptTokens(tokenStore, tokenKeyOf({ ...options, tokenStore })),
    marginMs: options.renewAhead && marginOf(options.renewAhead),
  });
  let usage: ApiUsage | undefined;
  const layers = layersOf(settings, options.trace, {
    get: () => usage,
    set: (latest) => {
      usage = latest;
    },
  });
  return {
    session,
    handler: compose(layers, authorize(session, exchange(transport))),
    headers: settings.headers,
    usage: () => usage,
    coalesce: settings.coalesce,
  };
}

/** The concerns of a request, from the outside in. ARCHITECTURE.md says why in this order. */
function layersOf(
  settings: RequestSettings,
  tell: Trace | undefined,
  usage: { get(): ApiUsage | undefined; set(latest: ApiUsage): void },
): Layer[] {
  return [
    ...(tell === undefined ? [] : [trace(tell)]),
    deadline(settings.timeoutMs),
    retry(settings.retry),
    ...(settings.budget === undefined ? [] : [budget(settings.budget, usage.get)]),
    limits(settings.concurrency, usage.set),
  ];
}

/** What the clients of an org share. */
interface OrgParts {
  readonly apiVersion: string;
  readonly metadata: OrgMetadata;
  readonly accessors: object;
}

function clientOf<S>(connection: Connection, parts: OrgParts, decoders: Decoders): Client<S> {
  const core: ClientCore<S> = {
    ...clientCore<S>(connection, parts, decoders),
    with: ({ decode }) => clientOf(connection, parts, { ...decoders, ...decode }),
  };
  return Object.create(parts.accessors, Object.getOwnPropertyDescriptors(core)) as Client<S>;
}

function clientCore<S>(
  connection: Connection,
  { apiVersion, metadata, accessors }: OrgParts,
  decoders: Decoders,
): Omit<ClientCore<S>, "with"> {
  const { session, handler, headers, usage, coalesce } = connection;
  const send: Send = createSend(handler, { apiVersion, headers, revive: recordsDecoder(decoders, metadata) });
  const { query, queryAll } = createQueryResources<S>(send, metadata, decoders);
  const queries = createObjectQueries(send, metadata, decoders);
  const objects = new Map<string, SObjectClient<S, ObjectName<S>>>();
  const objectOf = (name: string) => heldObject(name, metadata);
  const kindsOf = (name: string) => objectOf(name).fields;
  const planner = { accessors, kindsOf };
  const sobject = (name: ObjectName<S>) => {
    const client =
      objects.get(name) ?? createSObjectClient<S, ObjectName<S>>(name, send, queries, objectOf, coalesce);
    objects.set(name, client);
    return client;
  };
  return {
    apiVersion,
    session: sessionInfo(session, send),
    // Which object a name stands for is known to the types only.
    sobject: sobject as unknown as ClientCore<S>["sobject"],
    query,
    queryAll,
    composite: createComposite(send, apiVersion, planner),
    batch: createBatch(send, apiVersion, planner),
    graphs: createGraphs(send, apiVersion, planner),
    bulk: createBulk(send, metadata, decoders, objectOf),
    describe: createDescribe(send),
    limits: createLimits(send, usage),
    versions: createVersions(send),
    rest: createRest(handler, apiVersion, headers),
  };
}

function sessionInfo(session: Session, send: Send): SessionInfo {
  const tokens = (): Partial<TokenSet> => session.tokens ?? {};
  return {
    ...createUserIdentity(send, async () => (await session.current()).id),
    introspect: session.introspect,
    logout: session.logout,
    get instanceUrl() {
      return tokens().instanceUrl;
    },
    get identityUrl() {
      return tokens().id;
    },
    get scope() {
      return tokens().scope;
    },
  };
}

/** One getter an object, shared by all clients of the org, so that a client costs the same for any org. */
function objectAccessors(metadata: OrgMetadata): object {
  const prototype = {};
  for (const name of Object.keys(metadata)) {
    Object.defineProperty(prototype, name, {
      get(this: { sobject(name: string): unknown }) {
        return this.sobject(name);
      },
    });
  }
  return prototype;
}

function heldObject(name: string, metadata: OrgMetadata): ObjectMetadata {
  const held = Object.hasOwn(metadata, name) ? metadata[name] : undefined;
  if (held !== undefined) return held;
  throw new SettingsError(
    "settings.object",
    `sobject(${JSON.stringify(name)}): the generated client does not hold it.`,
    {
      hint: "Add it to `objects` and run `orgtype generate`.",
    },
  );
}

function checked(options: ConnectOptions): ConnectOptions {
  checkEnvironment(options.environment);
  if (typeof options.auth?.start !== "function") {
    throw new SettingsError("settings.auth", "`auth` is no grant.", {
      hint: "Give clientCredentials({ … }), or another grant.",
    });
  }
  if (options.renewAhead !== undefined && options.auth.introspect === undefined) {
    throw new SettingsError("settings.auth", `\`renewAhead\` cannot be had of "${options.auth.name}".`, {
      hint: "Salesforce tells only the app of a token when it ends: use a grant with the app's secret.",
    });
  }
  return options;
}
