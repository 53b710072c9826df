/** Salesforce's paths. */
export const PATHS = {
  authorization: "/services/oauth2/authorize",
  token: "/services/oauth2/token",
  revocation: "/services/oauth2/revoke",
  introspection: "/services/oauth2/introspect",
  userinfo: "/services/oauth2/userinfo",
  jwks: "/id/keys",
  limits: "/services/data/v66.0/limits",
} as const;
