import { SettingsError } from "../errors.js";
import { apiHostOf, isLoopback, partitionOf } from "./hosts.js";
import { kindOf } from "./kind-of.js";

/** Which Salesforce to log in to. Made by `production`, `sandbox`, `myDomain` or `custom`. */
export interface Environment {
  readonly kind: "production" | "sandbox" | "my-domain" | "custom";
  /** Where users and programs log in, without a slash at its end. */
  readonly loginUrl: string;
  /** Where a grant is exchanged for an access token. */
  readonly tokenUrl: string;
  /** Where a browser is sent to log in. */
  readonly authorizationUrl: string;
  /** What a signed assertion (JWT bearer) is made out to. */
  readonly audience: string;
  /** False only where the host is known to hold no production data; otherwise true, to be careful. */
  readonly isProduction: boolean;
}

const PRODUCTION_LOGIN = "https://login.salesforce.com";
const SANDBOX_LOGIN = "https://test.salesforce.com";

/** Production and Developer Edition orgs, by `login.salesforce.com`. */
export function production(): Environment {
  return environment("production", PRODUCTION_LOGIN, PRODUCTION_LOGIN, true);
}

/**
 * Sandboxes: by `test.salesforce.com`, or one sandbox by its My Domain, as `sandbox("acme", "dev1")`,
 * which the client credentials grant needs.
 *
 * @throws SettingsError where a name is not one
 */
export function sandbox(): Environment;
export function sandbox(domain: string, name: string): Environment;
export function sandbox(domain?: string, name?: string): Environment {
  if (domain === undefined) return environment("sandbox", SANDBOX_LOGIN, SANDBOX_LOGIN, false);
  return sandboxOf(domainName(domain, "sandbox(domain, name): `domain`"), name);
}

/**
 * An org by its My Domain: `myDomain("acme")` is `https://acme.my.salesforce.com`. Other partitions go along:
 * `myDomain("acme-dev-ed.develop")`.
 *
 * @throws SettingsError where the name is not one; a whole URL goes into `custom`
 */
export function myDomain(domain: string, options: { sandbox?: string } = {}): Environment {
  const name = domainName(domain, "myDomain(domain): `domain`");
  if (options.sandbox !== undefined) return sandboxOf(name, options.sandbox);
  const host = `${name}.my.salesforce.com`;
  const isProduction = partitionOf(host) === undefined;
  return environment(
    "my-domain",
    `https://${host}`,
    isProduction ? PRODUCTION_LOGIN : SANDBOX_LOGIN,
    isProduction,
  );
}

/**
 * An org by its URL: a My Domain, a government or China host, an Experience Cloud site, or the embedded org.
 *
 * @throws SettingsError where it is no URL, not https (but for loopback), or the URL of a user interface
 */
export function custom(url: string): Environment {
  return environmentAt(url, "custom(url)");
}

/**
 * The environment of a setting's URL.
 *
 * @param setting names it in errors
 * @throws SettingsError as `custom`
 */
export function environmentAt(url: string, setting: string): Environment {
  const { hostname, loginUrl } = apiUrl(url, setting);
  const partition = partitionOf(hostname);
  const isProduction = !isLoopback(hostname) && partition === undefined && loginUrl !== SANDBOX_LOGIN;
  const isSalesforce = /\.salesforce\.com$/.test(hostname);
  const salesforceAudience = isProduction ? PRODUCTION_LOGIN : SANDBOX_LOGIN;
  return environment("custom", loginUrl, isSalesforce ? salesforceAudience : loginUrl, isProduction);
}

/** URLs of the OAuth endpoints, where they are others than the login host's. */
export interface OAuthUrls {
  readonly tokenUrl?: string | undefined;
  readonly authorizationUrl?: string | undefined;
}

/**
 * The environment with other OAuth endpoints.
 *
 * @throws SettingsError where one is no URL, not https (but for loopback), or of a user interface
 */
export function withOAuthUrls(environment: Environment, urls: OAuthUrls): Environment {
  const { tokenUrl, authorizationUrl } = urls;
  return Object.freeze({
    ...environment,
    ...(tokenUrl !== undefined && { tokenUrl: apiUrl(tokenUrl, "tokenUrl").loginUrl }),
    ...(authorizationUrl !== undefined && {
      authorizationUrl: apiUrl(authorizationUrl, "authorizationUrl").loginUrl,
    }),
  });
}

/** @throws SettingsError where a value is no environment */
export function checkEnvironment(value: Environment): void {
  if (typeof value?.tokenUrl === "string" && typeof value.loginUrl === "string") return;
  throw settingsError(
    "`environment` is no environment.",
    'Give production(), sandbox("acme", "dev1"), myDomain("acme") or custom(url).',
  );
}

function environment(
  kind: Environment["kind"],
  loginUrl: string,
  audience: string,
  isProduction: boolean,
): Environment {
  return Object.freeze({
    kind,
    loginUrl,
    tokenUrl: `${loginUrl}/services/oauth2/token`,
    authorizationUrl: `${loginUrl}/services/oauth2/authorize`,
    audience,
    isProduction,
  });
}

function sandboxOf(domain: string, name: string | undefined): Environment {
  if (name === undefined || !/^[a-z0-9]{1,10}$/i.test(name)) {
    throw settingsError(
      `The sandbox name ${shown(name)} is not one.`,
      'Give its name of up to 10 letters and digits, as in sandbox("acme", "dev1").',
    );
  }
  return environment(
    "sandbox",
    `https://${domain}--${name.toLowerCase()}.sandbox.my.salesforce.com`,
    SANDBOX_LOGIN,
    false,
  );
}

function domainName(domain: string, setting: string): string {
  if (typeof domain === "string" && /^[a-z0-9][a-z0-9-]*(\.[a-z]+)?$/i.test(domain)) {
    const [name, sandboxName] = domain.split("--");
    if (sandboxName === undefined) return domain.toLowerCase();
    throw settingsError(`${setting} holds a sandbox name.`, `Use sandbox("${name}", "${sandboxName}").`);
  }
  const inHost =
    typeof domain === "string"
      ? /([a-z0-9-]+)\.(?:my\.salesforce|lightning\.force)\.com/i.exec(domain)
      : null;
  throw settingsError(
    `${setting} is ${shown(domain)}, which is not a My Domain name.`,
    inHost === null
      ? "Give the part before .my.salesforce.com only; a whole URL goes into custom(url)."
      : `Give its name only: "${inHost[1]}".`,
  );
}

function apiUrl(url: string, setting: string): { hostname: string; loginUrl: string } {
  const parsed = typeof url === "string" && URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined) {
    throw settingsError(
      `${setting}: ${shown(url)} is not a URL.`,
      "Give the org's own, as https://acme.my.salesforce.com.",
    );
  }
  const api = apiHostOf(parsed.hostname);
  if (api !== undefined) {
    throw settingsError(
      `${setting}: ${parsed.hostname} serves the user interface, not the API.`,
      `Use https://${api}.`,
    );
  }
  if (parsed.protocol !== "https:" && !(parsed.protocol === "http:" && isLoopback(parsed.hostname))) {
    throw settingsError(
      `${setting}: ${parsed.protocol}//${parsed.host} is not encrypted.`,
      `Use https://${parsed.host}; only loopback hosts may do without.`,
    );
  }
  if (parsed.username !== "" || parsed.password !== "" || parsed.search !== "" || parsed.hash !== "") {
    throw settingsError(
      `${setting}: the URL holds a user name, a query or a fragment.`,
      `Use ${parsed.origin}; secrets belong into the grant.`,
    );
  }
  return { hostname: parsed.hostname, loginUrl: parsed.origin + parsed.pathname.replace(/\/+$/, "") };
}

function settingsError(message: string, hint: string): SettingsError {
  return new SettingsError("settings.environment", message, { hint });
}

// Only names and hosts are shown: whatever else was passed could be a secret in the wrong place.
function shown(value: unknown): string {
  if (typeof value !== "string") return kindOf(value);
  return /^[\w.:/-]{0,80}$/.test(value) ? JSON.stringify(value) : "text with other characters";
}
