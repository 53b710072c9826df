/** What the server knows of a token: `POST /services/oauth2/introspect`. */
export interface Introspection {
  /** Whether the token is still good. The rest is there only where it is. */
  readonly active: boolean;
  /** The scopes, with spaces between. */
  readonly scope?: string;
  readonly clientId?: string;
  readonly username?: string;
  /** When the token ends, in milliseconds since 1970. Use of the token can put it off. */
  readonly expiresAt?: number;
}
