import type { OrgContext } from "../org-context.js";
import type { TokenRequest } from "./token-request.js";

/** What a grant gives, beside the session itself. */
export interface Granted {
  readonly scope: string;
}

/** Checks a token request. Throws an OAuthFault where it is refused. */
export type Grant = (request: TokenRequest, context: OrgContext) => Granted;
