import { SettingsError } from "../errors.js";
import type { ConnectionSettings } from "./connection-settings.js";
import {
  checkEnvironment,
  type Environment,
  environmentAt,
  production,
  sandbox,
  withOAuthUrls,
} from "./environment.js";

/**
 * Where a connection logs in: `environment` decides, and `endpointUrl` says the rest.
 *
 * @throws SettingsError where a URL cannot be one, or where the two contradict each other
 */
export function connectionEnvironment(settings: ConnectionSettings): Environment {
  const endpoint = environmentAt(settings.endpointUrl, "endpointUrl");
  const { tokenUrl } = settings;
  const authorizationUrl = settings.flow === "authorization-code" ? settings.authorizationUrl : undefined;
  return withOAuthUrls(loginAt(settings, endpoint), { tokenUrl, authorizationUrl });
}

function loginAt({ environment, flow }: ConnectionSettings, endpoint: Environment): Environment {
  if (environment === undefined) return endpoint;
  const chosen = named(environment);
  if (!isShared(chosen)) return chosen;
  const isOfOne = chosen.isProduction === endpoint.isProduction || !isSalesforce(endpoint);
  if (isOfOne && !isShared(endpoint)) return endpoint;
  if (flow !== "client-credentials") return chosen;
  if (isOfOne) return endpoint;
  const [wanted, found] = chosen.isProduction ? ["production", "a sandbox"] : ["a sandbox", "production"];
  throw new SettingsError(
    "settings.connection",
    `defineConnection: \`environment\` is ${wanted}, and \`endpointUrl\` is a host of ${found}.`,
    {
      hint: 'This flow logs in at the org\'s own host: give that host, or environment: sandbox("acme", "dev1") or myDomain("acme").',
    },
  );
}

function named(environment: NonNullable<ConnectionSettings["environment"]>): Environment {
  if (environment === "production") return production();
  if (environment === "sandbox") return sandbox();
  checkEnvironment(environment);
  return environment;
}

/** Whether all orgs log in there. */
function isShared({ loginUrl }: Environment): boolean {
  return loginUrl === production().loginUrl || loginUrl === sandbox().loginUrl;
}

/** Whether what is known of Salesforce's hosts holds: a host of one's own can be either. */
function isSalesforce({ audience }: Environment): boolean {
  return audience === production().loginUrl || audience === sandbox().loginUrl;
}
