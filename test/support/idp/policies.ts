/** What a test can change while the server runs. */
export interface Policies {
  /** Whether a refresh brings a new refresh token and ends the old one. */
  rotate: boolean;
  /** Every token request is refused so. */
  refuse: { readonly error: string; readonly description: string } | undefined;
  /** The token endpoint answers a page, with this status, as a proxy or a maintenance window does. */
  htmlStatus: number | undefined;
  /** The token endpoint answers after so many milliseconds. */
  delayMs: number;
  /** The token endpoint is elsewhere now: origin that it redirects to, as an old My Domain does. */
  movedTo: string | undefined;
  /** The host is one of those that all orgs share, which do not know client credentials. */
  sharedLoginHost: boolean;
  /** An administrator has deactivated the user. */
  userInactive: boolean;
  /** An access token ends once so many callers, told apart by the header `x-caller`, have used it. */
  callersPerAccessToken: number;
  /** The API takes no token at all, fresh ones included. */
  apiRefusesAll: boolean;
}

export function defaultPolicies(): Policies {
  return {
    rotate: false,
    refuse: undefined,
    htmlStatus: undefined,
    delayMs: 0,
    movedTo: undefined,
    sharedLoginHost: false,
    userInactive: false,
    callersPerAccessToken: Number.POSITIVE_INFINITY,
    apiRefusesAll: false,
  };
}
