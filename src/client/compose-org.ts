import { onDemand } from "../async/on-demand.js";
import type { TokenSet } from "../auth/token-set.js";
import { SettingsError } from "../errors.js";
import { createSend, type Send } from "../http/pipeline.js";
import { createUserIdentity } from "../resources/identity/index.js";
import { createLimits } from "../resources/limits/index.js";
import { createQueryResources } from "../resources/query/index.js";
import { plainQuery } from "../resources/query/query-text.js";
import { createRecordClient } from "../resources/sobject/index.js";
import { createVersions } from "../resources/versions/index.js";
import { CONTRACT } from "../schema/contract.js";
import type { Decoders } from "../schema/decoders.js";
import type { FeatureName } from "../schema/feature-name.js";
import type { ObjectMetadata, OrgMetadata } from "../schema/metadata.js";
import { checkApiVersion } from "../settings/settings.js";
import { isDecoding } from "../values/decoders-in-use.js";
import type { ConnectOptions, DecodeOption, OrgDefinition, SessionInfo } from "./client.js";
import { type Connection, openConnection } from "./connection.js";
import type { ClientParts, Feature } from "./feature.js";
import type { PartialOrg } from "./partial-client.js";

/** What generated code says of an org whose client has some features only. */
export interface PartialOrgDefinition<F extends FeatureName> extends OrgDefinition {
  readonly features: { readonly [Name in F]: Feature };
}

/** What the clients of an org share. */
interface OrgParts {
  readonly apiVersion: string;
  readonly metadata: OrgMetadata;
  readonly features: readonly Feature[];
  readonly accessors: object;
}

/**
 * The clients of the org that generated code tells of, made of these features: bundlers leave out the code of the
 * others. Every client reads and writes single records and runs SOQL text. Generated code calls it; programs use
 * what it returns.
 *
 * @throws SettingsError where the code was generated for another version of this package
 */
export function composeOrg<S, F extends FeatureName>(definition: PartialOrgDefinition<F>): PartialOrg<S, F> {
  const { contract, metadata, features } = definition;
  if (contract !== CONTRACT) {
    throw new SettingsError(
      "settings.contract",
      `The generated code has contract ${contract}; this version of orgtype needs ${CONTRACT}.`,
      { hint: "Run `orgtype generate`." },
    );
  }
  const parts: OrgParts = {
    apiVersion: checkApiVersion(definition.apiVersion),
    metadata,
    features: Object.values(features),
    accessors: objectAccessors(metadata),
  };
  const open = (options: ConnectOptions): Connection => {
    if (options.coalesce !== undefined && !Object.hasOwn(features, "collections")) throw noCollections();
    return openConnection(options);
  };
  const org = {
    createClient: ({ decode = {}, ...options }: ConnectOptions & DecodeOption<Decoders>) =>
      clientOf(open(options), parts, decode),
    async connect({ decode = {}, ...options }: ConnectOptions & DecodeOption<Decoders>) {
      const connection = open(options);
      await connection.session.current();
      return clientOf(connection, parts, decode);
    },
  };
  // What the decoders make of the schema is known to the types only.
  return org as unknown as PartialOrg<S, F>;
}

function clientOf(connection: Connection, org: OrgParts, decoders: Decoders): object {
  const { session, handler, headers, usage, coalesce } = connection;
  const { apiVersion, metadata, features, accessors } = org;
  const revive = onDemand(async () => {
    const { recordsDecoder } = await import("../values/decode-records.js");
    return recordsDecoder(decoders, metadata);
  });
  const send = createSend(handler, { apiVersion, headers, ...(isDecoding(decoders) && { revive }) });
  const objectOf = (name: string) => heldObject(name, metadata);
  const shared = { send, handler, apiVersion, headers, metadata, decoders, accessors, objectOf, coalesce };
  const client = {
    apiVersion,
    session: sessionInfo(session, send),
    sobject: objectClients(shared, features),
    ...createQueryResources(send, metadata, decoders, plainQuery),
    limits: createLimits(send, usage),
    versions: createVersions(send),
    with: ({ decode }: DecodeOption<Decoders>) => clientOf(connection, org, { ...decoders, ...decode }),
  };
  const members = features.map((feature) => feature.client?.(shared));
  return Object.create(accessors, Object.getOwnPropertyDescriptors(Object.assign(client, ...members)));
}

/** The client of each object, made when it is first asked for. */
function objectClients(shared: ClientParts, features: readonly Feature[]): (name: string) => object {
  const clients = new Map<string, object>();
  return (name) => {
    const held = clients.get(name);
    if (held !== undefined) return held;
    const records = createRecordClient(name, shared.send, shared.objectOf(name).fields);
    const client = Object.assign(records, ...features.map((feature) => feature.sobject?.(name, shared)));
    clients.set(name, client);
    return client;
  };
}

function sessionInfo(session: Connection["session"], send: Send): SessionInfo {
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
    { hint: "Add it to `objects` and run `orgtype generate`." },
  );
}

function noCollections(): SettingsError {
  return new SettingsError("settings.features", "`coalesce` needs the feature `collections`.", {
    hint: 'Add "collections" to `features` and run `orgtype generate`.',
  });
}
