/** The settings of the org and its apps that bear on logins. A test sets them at any time. */
export interface OAuthPolicies {
  /** Each refresh gives a new refresh token and ends the old one. Default: false. */
  rotateRefreshTokens: boolean;
  /** Authorize requests without a code challenge are refused. Default: false. */
  requirePkce: boolean;
  /** The code and refresh grants need the client secret. A secret that is sent is checked always. Default: true. */
  requireSecret: boolean;
  /** Whether the username-password flow is allowed. Blocked, it answers as for a wrong password. Default: true. */
  passwordFlow: boolean;
  /** Callers are in a trusted address range: passwords do without the security token. Default: false. */
  trustedNetwork: boolean;
  /** Users can log in at `login.` and `test.salesforce.com`, not at My Domain alone. Default: true. */
  sharedHosts: boolean;
  /** Every user is approved for every app by an administrator: no consent page, and JWT at once. Default: false. */
  preauthorized: boolean;
  /**
   * A callback URL on a loopback address fits with any port, as RFC 8252 has it. Salesforce does not do so:
   * there it must be equal to a registered one, port included. Default: false.
   */
  anyLoopbackPort: boolean;
  /** Milliseconds of the org's clock that a session lives on without being used. Default: 2 hours. */
  sessionTimeoutMs: number;
  /** Milliseconds (of real time) before the token endpoint answers. Default: 0. */
  tokenDelayMs: number;
  /** Seconds a device must wait between two polls. Default: 5. */
  deviceIntervalSeconds: number;
}

export function defaultPolicies(): OAuthPolicies {
  return {
    rotateRefreshTokens: false,
    requirePkce: false,
    requireSecret: true,
    passwordFlow: true,
    trustedNetwork: false,
    sharedHosts: true,
    preauthorized: false,
    anyLoopbackPort: false,
    sessionTimeoutMs: 2 * 60 * 60 * 1000,
    tokenDelayMs: 0,
    deviceIntervalSeconds: 5,
  };
}
