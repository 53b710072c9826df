import { randomText } from "./random-text.js";

/** What a client needs to log in. */
export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly username: string;
  readonly password: string;
  /** What follows the password in the username-password flow. */
  readonly securityToken: string;
  /** The app's first registered callback URL. */
  readonly redirectUri: string;
  /** A session that is open from the start, until `expireSessions`. */
  readonly accessToken: string;
}

/** Where `orgtype login` listens for the browser. */
const DEFAULT_REDIRECT_URI = "http://localhost:1717/callback";

/** Fills in what was not given. Access tokens begin with the org's id, as Salesforce's do. */
export function createCredentials(given: Partial<Credentials>, organizationId: string): Credentials {
  return {
    clientId: given.clientId ?? `3MVG9${randomText(80)}`,
    clientSecret: given.clientSecret ?? randomText(64),
    username: given.username ?? `user.${randomText(8).toLowerCase()}@example.com`,
    password: given.password ?? randomText(16),
    securityToken: given.securityToken ?? randomText(24),
    redirectUri: given.redirectUri ?? DEFAULT_REDIRECT_URI,
    accessToken: given.accessToken ?? createToken(organizationId),
  };
}

/** An access token: it begins with the org's id. */
export function createToken(organizationId: string): string {
  return `${organizationId.slice(0, 15)}!AQ${randomText(94)}`;
}
