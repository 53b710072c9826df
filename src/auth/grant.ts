import type { Transport } from "../http/pipeline.js";
import type { Environment } from "../settings/environment.js";
import type { Introspection } from "./introspection.js";
import type { TokenSet } from "./token-set.js";

/** What a grant has to work with. */
export interface GrantContext {
  readonly environment: Environment;
  readonly transport: Transport;
  /** Aborts when the login takes too long. A call that stops waiting does not abort it for the others. */
  readonly signal: AbortSignal;
  /**
   * What to do about an error of OAuth, where that is known. Left out, errors name the command that tells.
   *
   * @param description the server's own, where it gave one
   */
  readonly hintFor?: ((error: string, description?: string) => Promise<string | undefined>) | undefined;
}

/** A way to log in. Grants of your own fit, too. */
export interface Grant {
  /** As in OAuth, for messages: `"client_credentials"`. */
  readonly name: string;
  /**
   * Tells its tokens from those of other logins in a token store: the client id, and the user name where
   * there is one. No secret.
   */
  readonly key?: string;
  /** URL of the only user it logs in, where that is known: tokens of another in a token store are not used. */
  readonly identityUrl?: string;
  /** Milliseconds that a person needs for the login. Default: the client's `timeout`. */
  readonly patienceMs?: number;
  /**
   * Logs in.
   *
   * @throws AuthError where it is refused, ConnectionError where no answer came (it is then tried again)
   */
  start(context: GrantContext): Promise<TokenSet>;
  /** Makes new tokens of old ones. Left out, the session logs in again. */
  renew?(tokens: TokenSet, context: GrantContext): Promise<TokenSet>;
  /** Asks the server about an access token, as the app that the token was given to. */
  introspect?(tokens: TokenSet, context: GrantContext): Promise<Introspection>;
  /** Ends tokens on the server. Left out, a logout only forgets them. */
  revoke?(tokens: TokenSet, context: GrantContext): Promise<void>;
}
