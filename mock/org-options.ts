import type { RawDescribe } from "../codegen/model/raw-describe.js";

/** What a client needs to log in. */
export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly username: string;
  readonly password: string;
  /** A session that is open from the start, until `expireSessions`. */
  readonly accessToken: string;
}

export interface OrgOptions {
  /** The sObjects of the org, as their describe answers. Default: the standard objects. */
  describes?: readonly RawDescribe[];
  /** The newest API version the org's own links name. Default: `"66.0"`. */
  apiVersion?: string;
  /** Default: random ones. */
  credentials?: Partial<Credentials>;
  /** The org's clock. Default: the real time. */
  now?: () => Date;
  /** The most of each limit, such as `{ DailyApiRequests: 100 }`. */
  limits?: Readonly<Record<string, number>>;
  /** The address the org answers at in process, such as `"https://acme.my.salesforce.com"`. */
  url?: string;
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

export function randomText(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => LETTERS.charAt(byte % LETTERS.length)).join("");
}

/** Fills in what was not given. Access tokens begin with the org's id, as Salesforce's do. */
export function createCredentials(given: Partial<Credentials>, organizationId: string): Credentials {
  return {
    clientId: given.clientId ?? `3MVG9${randomText(80)}`,
    clientSecret: given.clientSecret ?? randomText(64),
    username: given.username ?? `user.${randomText(8).toLowerCase()}@example.com`,
    password: given.password ?? randomText(16),
    accessToken: given.accessToken ?? createToken(organizationId),
  };
}

export function createToken(organizationId: string): string {
  return `${organizationId.slice(0, 15)}!AQ${randomText(94)}`;
}
