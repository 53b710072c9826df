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
}
