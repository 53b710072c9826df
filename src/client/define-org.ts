import type { NoActions } from "../schema/actions.js";
import { CONTRACT } from "../schema/contract.js";
import type { FeatureName } from "../schema/feature-name.js";
import type { Client, ClientOptions, Org, OrgDefinition } from "./client.js";
import { composeOrg } from "./compose-org.js";
import type { Feature } from "./feature.js";
import * as allFeatures from "./features.js";

/** Each name has its feature, or this does not compile. */
const features: Readonly<Record<FeatureName, Feature>> = allFeatures;

/**
 * The clients of the org that generated code tells of. Generated code calls it; programs use what it returns.
 *
 * @throws SettingsError where the code was generated for another version of this package
 */
export function defineOrg<S, A = NoActions>(definition: OrgDefinition): Org<S, A> {
  return composeOrg<S, FeatureName, A>({ ...definition, features }) as unknown as Org<S, A>;
}

/** An org without generated code: nothing is known of its objects. */
type UnknownOrg = Record<never, never>;

/**
 * A client without generated code: queries, describes and the raw door work, objects are not known.
 * It logs in when something is first sent.
 *
 * @throws SettingsError
 */
export function createClient(options: ClientOptions): Client<UnknownOrg> {
  const { org, others } = unknownOrg(options);
  return org.createClient(others);
}

/**
 * As `createClient`, but logs in at once: wrong settings show here.
 *
 * @throws SettingsError, AuthError, ConnectionError, TimeoutError
 */
export async function connect(options: ClientOptions): Promise<Client<UnknownOrg>> {
  const { org, others } = unknownOrg(options);
  return org.connect(others);
}

/** Programs that nothing compiles may give nothing at all: what is missing is told like what is wrong. */
function unknownOrg(options: ClientOptions | undefined) {
  const { apiVersion, ...others } = options ?? ({} as ClientOptions);
  return { org: defineOrg<UnknownOrg>({ contract: CONTRACT, apiVersion, metadata: {} }), others };
}
