import type { OrgContext } from "../org-context.js";
import type { ConnectedApp } from "./connected-apps.js";
import type { RefreshFamily } from "./refresh-tokens.js";
import type { TokenRequest } from "./token-request.js";

/** What a grant gives, beside the session itself. */
export interface Granted {
  readonly app: ConnectedApp;
  readonly userId: string;
  readonly scopes: readonly string[];
  /** The refresh tokens the session belongs to. */
  readonly family?: RefreshFamily | undefined;
  /** Whether the answer tells the family's refresh token. */
  readonly tellsRefreshToken?: boolean;
  /** Whether the answer has an id token where the scopes ask for one. */
  readonly tellsIdToken?: boolean;
  /** What the id token repeats of the authorize request. */
  readonly nonce?: string | null;
  /** JWT answers have neither a signature nor the time. */
  readonly unsigned?: boolean;
}

/** Checks a token request. Throws an OAuthFault where it is refused. */
export type Grant = (request: TokenRequest, context: OrgContext) => Granted | Promise<Granted>;
