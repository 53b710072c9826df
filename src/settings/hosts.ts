/** Hosts of the user interface, each with the name of its org. */
const userInterfaceHosts: readonly (readonly [pattern: RegExp, org: string])[] = [
  [/^([^.]+(\.[a-z]+)?)\.(lightning\.force|my\.salesforce-setup)\.com$/, "$1"],
  [/^(.+?)--[a-z]+((\.[a-z]+)?)\.vf\.force\.com$/, "$1$2"],
  [/^(.+?)--[a-z]+(\.[a-z0-9]+)?\.visual\.?force\.com$/, "$1"],
];

/** The API host that a host of the user interface belongs to; undefined for every other host. */
export function apiHostOf(hostname: string): string | undefined {
  const [pattern, org] = userInterfaceHosts.find(([host]) => host.test(hostname)) ?? [];
  return pattern && hostname.replace(pattern, `${org}.my.salesforce.com`);
}

/** The partition of a My Domain host that holds no production, as `sandbox`, `scratch` or `develop`. */
export function partitionOf(hostname: string): string | undefined {
  return /\.(sandbox|scratch|develop|trailblaze|demo|free|patch|stage)\.my\.(?:salesforce|site)\.com$/.exec(
    hostname,
  )?.[1];
}

/** Hosts that only Salesforce has: those of orgs, of their sites, of governments and of China. */
const salesforceDomains =
  /(^|\.)(salesforce\.(com|mil)|force\.com|my\.site\.com|cloudforce\.com|database\.com|my\.sfcrmproducts\.cn)$/;

/** Whether a host is Salesforce's. */
export function isSalesforceHost(hostname: string): boolean {
  return salesforceDomains.test(hostname);
}

/** Whether a host is this machine: such traffic needs no encryption. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}
