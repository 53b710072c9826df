import type { TokenSet } from "../auth/token-set.js";
import { SettingsError } from "../errors.js";
import { createSend, type Send } from "../http/pipeline.js";
import { createUserIdentity } from "../resources/identity/index.js";
import { createQueryResources } from "../resources/query/index.js";
import { plainQuery } from "../resources/query/query-text.js";
import { createRecordClient } from "../resources/sobject/index.js";
import { encodeNothing } from "../resources/sobject/record-body.js";
import type { NoActions } from "../schema/actions.js";
import { CONTRACT } from "../schema/contract.js";
import type { Decoders } from "../schema/decoders.js";
import type { FeatureName } from "../schema/feature-name.js";
import type { ObjectMetadata, OrgMetadata } from "../schema/metadata.js";
import { featureNeeded } from "../settings/feature-needed.js";
import { checkApiVersion } from "../settings/settings.js";
import type { ConnectOptions, DecodeOption, OrgDefinition, SessionInfo } from "./client.js";
import { type Connection, openConnection } from "./connection.js";
import type { ClientParts, ConnectionFeatures, Feature } from "./feature.js";
import type { PartialOrg } from "./partial-client.js";

/** What generated code says of an org whose client has some features only. */
export interface PartialOrgDefinition<F extends FeatureName> extends OrgDefinition {
  readonly features: { readonly [Name in F]: Feature };
}

type Options = ConnectOptions & DecodeOption<Decoders>;

/** What the clients of an org share. */
interface OrgParts {
  readonly apiVersion: string;
  readonly metadata: OrgMetadata;
  readonly features: readonly Feature[];
  readonly connection: ConnectionFeatures;
  readonly accessors: object;
}

/**
 * The clients of the org that generated code tells of, made of these features: bundlers leave out the code of the
 * others. Every client reads and writes single records and runs SOQL text. Generated code calls it; programs use
 * what it returns.
 *
 * @throws SettingsError where the code was generated for another version of this package
 */
export function composeOrg<S, F extends FeatureName, A = NoActions>(
  definition: PartialOrgDefinition<F>,
): PartialOrg<S, F, A> {
  const { contract, metadata, features } = definition;
  if (contract !== CONTRACT) {
    throw new SettingsError(
      "settings.contract",
      `The generated code has contract ${contract}; this version of orgtype needs ${CONTRACT}.`,
      { hint: "Run `orgtype generate`." },
    );
  }
  const all: Feature[] = Object.values(features);
  const parts: OrgParts = {
    apiVersion: checkApiVersion(definition.apiVersion),
    metadata,
    features: all,
    connection: Object.assign({}, ...all.map(({ connection }) => connection)),
    accessors: objectAccessors(metadata),
  };
  // Programs that nothing compiles may give nothing at all: what is missing is told like what is wrong.
  const open = (options = {} as Options): Connection => {
    checkOptions(options, features);
    return openConnection(options, parts.connection);
  };
  const org = {
    createClient: (options: Options) => clientOf(open(options), parts, options.decode),
    async connect(options: Options) {
      const connection = open(options);
      await connection.session.current();
      return clientOf(connection, parts, options.decode);
    },
  };
  // What the decoders make of the schema is known to the types only.
  return org as unknown as PartialOrg<S, F, A>;
}

function clientOf(connection: Connection, org: OrgParts, decoders: Decoders = {}): object {
  const { session, handler, headers, usage, coalesce } = connection;
  const { apiVersion, metadata, features, accessors } = org;
  const { revive, toRows } = org.connection.decoding?.(decoders, metadata) ?? {};
  const { hints } = org.connection;
  const send = createSend(handler, { apiVersion, headers, revive, hints });
  const readRecords = org.connection.readRecords?.(send, revive);
  const objectOf = (name: string) => heldObject(name, metadata);
  const shared: ClientParts = {
    send,
    handler,
    apiVersion,
    headers,
    hints,
    revive,
    metadata,
    decoders,
    toRows,
    readRecords,
    accessors,
    objectOf,
    encodeOf(name) {
      const { fields } = objectOf(name);
      return org.connection.encoding?.(fields) ?? encodeNothing;
    },
    coalesce,
    usage,
    decodingWith: (more) => clientOf(connection, org, { ...decoders, ...more }),
  };
  const client = {
    apiVersion,
    session: sessionInfo(session, send),
    sobject: objectClients(shared, features),
    ...createQueryResources({ send, readRecords }, metadata, toRows, plainQuery),
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
    const records = createRecordClient(name, shared.send, shared.encodeOf(name));
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

/** The options that are a feature's own. */
const featureOf: Readonly<Record<FeatureOption, FeatureName>> = {
  budget: "limits",
  coalesce: "collections",
  decode: "decode",
  renewAhead: "tokens",
  tokenStore: "tokens",
};
type FeatureOption = "budget" | "coalesce" | "decode" | "renewAhead" | "tokenStore";

/** @throws SettingsError where an option is given whose feature is not there */
function checkOptions(options: Options, features: object): void {
  for (const [option, feature] of Object.entries(featureOf)) {
    if (options[option as FeatureOption] === undefined || Object.hasOwn(features, feature)) continue;
    throw featureNeeded(`\`${option}\``, feature);
  }
}
