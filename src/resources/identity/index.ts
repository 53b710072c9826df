import type { CallOptions } from "../../http/call-options.js";
import type { Send } from "../../http/pipeline.js";
import type { Identity, UserInfo } from "../../http/schemas.js";
import { getIdentity } from "./get-identity.js";
import { getUserInfo } from "./get-user-info.js";

/** Who is logged in. */
export interface UserIdentity {
  /** The user in OpenID Connect's words. `GET /services/oauth2/userinfo`. */
  userInfo(options?: CallOptions): Promise<UserInfo>;
  /**
   * The user in Salesforce's words. `GET /id/{organization}/{user}` at the org's own host.
   *
   * @throws SettingsError where the login gave no identity URL, as that of a plain access token
   */
  identity(options?: CallOptions): Promise<Identity>;
}

/** @param identityUrl gets what the login said; it logs in where nobody has */
export function createUserIdentity(send: Send, identityUrl: () => Promise<string | undefined>): UserIdentity {
  return {
    userInfo: async (options) => send(getUserInfo(), options),
    identity: async (options) => send(getIdentity(await identityUrl()), options),
  };
}
