/** Hosts that serve every org. */
const SHARED_HOSTS = ["login.salesforce.com", "test.salesforce.com"];

/** Whether an address is one of the hosts that serve every org, which does not tell which org is meant. */
export function isSharedHost(origin: string): boolean {
  return SHARED_HOSTS.includes(new URL(origin).hostname);
}
