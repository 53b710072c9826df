import { type Approvals, createApprovals } from "./approvals.js";
import { type BrowserSessions, createBrowserSessions } from "./browser-sessions.js";
import { type AppSettings, type ConnectedApps, createConnectedApps } from "./connected-apps.js";
import type { Credentials } from "./credentials.js";
import { createDeviceCodes, type DeviceCodes } from "./device-codes.js";
import { createExpiringCodes, type ExpiringCodes } from "./expiring-codes.js";
import { createPasswords, type Passwords } from "./passwords.js";
import { createPendingLogins, type PendingLogins } from "./pending-logins.js";
import { defaultPolicies, type OAuthPolicies } from "./policies.js";
import { createRefreshTokens, type RefreshTokens } from "./refresh-tokens.js";
import { createSessions, type SessionGrant, type Sessions } from "./sessions.js";
import { lazySigningKey, type SigningKey } from "./signing-key.js";
import { createTokenFaults, type TokenFaults } from "./token-faults.js";

/** The app of `org.credentials`, whose `redirectUri` is registered beside `callbackUrls`, and the policies. */
export interface OAuthOptions extends Omit<AppSettings, "clientId" | "clientSecret"> {
  policies?: Partial<OAuthPolicies>;
}

/** What an authorization code stands for. */
export interface CodeGrant extends SessionGrant {
  readonly redirectUri: string;
  readonly codeChallenge: string | null;
  readonly nonce: string | null;
}

/** What a token exchange is asked for. */
export interface TokenExchangeRequest {
  readonly subjectToken: string;
  readonly subjectTokenType: string;
  readonly clientId: string;
}

/** Gives the username a foreign token stands for, or undefined where it is not accepted. */
export type TokenHandler = (
  request: TokenExchangeRequest,
) => string | undefined | Promise<string | undefined>;

/** Everything the org keeps about logins. */
export interface OAuthState {
  /** The address of the org itself, whichever host a login came by. */
  readonly ownUrl: string;
  readonly policies: OAuthPolicies;
  readonly apps: ConnectedApps;
  readonly passwords: Passwords;
  readonly approvals: Approvals;
  readonly sessions: Sessions;
  readonly refreshTokens: RefreshTokens;
  readonly codes: ExpiringCodes<CodeGrant>;
  readonly devices: DeviceCodes;
  readonly browsers: BrowserSessions;
  readonly pending: PendingLogins;
  readonly faults: TokenFaults;
  /** By the name of the handler; the default one's name is empty. */
  readonly tokenHandlers: Map<string, TokenHandler>;
  readonly signingKey: () => Promise<SigningKey>;
}

export interface OAuthSetup {
  readonly organizationId: string;
  readonly userId: string;
  readonly ownUrl: string;
  readonly credentials: Credentials;
  readonly now: () => Date;
  readonly options: OAuthOptions;
}

const CODE_LIFETIME_MS = 15 * 60 * 1000;

export function createOAuthState(setup: OAuthSetup): OAuthState {
  const { organizationId, userId, ownUrl, credentials, now } = setup;
  const { policies: given, ...app } = setup.options;
  const policies = { ...defaultPolicies(), ...given };
  const apps = createConnectedApps(credentials, app);
  const { clientId, scopes } = apps.first;
  const first = { token: credentials.accessToken, userId, clientId, scopes: [...scopes] };
  const sessions = createSessions({ organizationId, policies, now, first });
  const passwords = createPasswords(now);
  passwords.set(userId, credentials.password, credentials.securityToken);
  return {
    ownUrl,
    policies,
    apps,
    passwords,
    approvals: createApprovals(),
    sessions,
    refreshTokens: createRefreshTokens(sessions, now),
    codes: createExpiringCodes(CODE_LIFETIME_MS, now),
    devices: createDeviceCodes(now),
    browsers: createBrowserSessions(policies, now),
    pending: createPendingLogins(),
    faults: createTokenFaults(),
    tokenHandlers: new Map(),
    signingKey: lazySigningKey(),
  };
}
