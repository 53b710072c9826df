interface Refusal {
  readonly error: string;
  /** Where the same error stands for several things. */
  readonly description?: RegExp;
  readonly hint: string;
}

/** What to do about a refused login, the first row that fits. */
const refusals: readonly Refusal[] = [
  {
    error: "invalid_grant",
    description: /not supported on this domain/i,
    hint: 'Log in at the org\'s My Domain: environment: myDomain("acme"), or sandbox("acme", "dev1").',
  },
  {
    error: "invalid_grant",
    description: /no client credentials user/i,
    hint: 'Set the "Run As" user of the app\'s client credentials flow in Setup.',
  },
  {
    error: "invalid_grant",
    description: /client credentials flow/i,
    hint: "Turn the client credentials flow on for the app in Setup.",
  },
  {
    error: "invalid_grant",
    description: /expired access\/refresh token|token validity expired/i,
    hint: "The refresh token is dead (revoked, rotated out, or ended by a policy): log in again.",
  },
  {
    error: "invalid_grant",
    description: /authorization code/i,
    hint: "A code can be used once and for a short time: log in again.",
  },
  {
    error: "invalid_grant",
    description: /code verifier/i,
    hint: "The code is another login's: log in again.",
  },
  {
    error: "invalid_grant",
    description: /approved this consumer/i,
    hint: "Let an administrator pre-authorise the app for the user's profile or permission set.",
  },
  {
    error: "invalid_grant",
    description: /ip restricted|login hours/i,
    hint: "The user's profile or the app limits addresses or hours of logins.",
  },
  {
    error: "invalid_grant",
    description: /login rate/i,
    hint: "Too many logins within an hour: keep one client and share it.",
  },
  {
    error: "invalid_grant",
    description: /inactive/i,
    hint: "The user or the org is not active.",
  },
  {
    error: "invalid_grant",
    description: /authentication failure/i,
    hint: "The user name, password or security token is wrong, or the org blocks this flow: see the user's login history.",
  },
  {
    error: "invalid_grant",
    description: /audience|assertion/i,
    hint: "Check that `privateKey` belongs to the app's certificate, `clientId` and `username` are of this org, and the clock is right.",
  },
  {
    error: "access_denied",
    hint: "The user, or an administrator's policy, did not let the app in: log in again and allow it.",
  },
  {
    error: "invalid_client_id",
    hint: "Check `clientId` (the consumer key). A new app needs up to ten minutes before it is known.",
  },
  { error: "invalid_client", hint: "Check `clientSecret` (the consumer secret)." },
  { error: "invalid_client_credentials", hint: "Check `clientSecret` (the consumer secret)." },
  { error: "invalid_app_access", hint: "Let an administrator approve the user for the app." },
  { error: "oauth_flow_disabled", hint: "The app or this flow is turned off in Setup." },
  { error: "unsupported_grant_type", hint: "The app or the org has this flow turned off." },
  { error: "invalid_scope", hint: "The app does not have that scope: add it in Setup." },
  {
    error: "redirect_uri_mismatch",
    hint: "The redirect URL must be exactly one of the app's callback URLs.",
  },
  { error: "inactive_user", hint: "The user is not active." },
  { error: "inactive_org", hint: "The org is locked, closed or suspended." },
  { error: "rate_limit_exceeded", hint: "Too many logins within an hour: keep one client and share it." },
];

/** What to do about a refused login, where that is known. */
export function refusalHint(error: string, description = ""): string | undefined {
  return refusals.find((row) => row.error === error && (row.description?.test(description) ?? true))?.hint;
}

/** All that an error of OAuth may mean, each with what to do. */
export function refusalHints(error: string): string[] {
  return refusals.filter((row) => row.error === error).map((row) => row.hint);
}
