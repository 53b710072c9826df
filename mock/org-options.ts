import type { RawDescribe } from "../codegen/model/raw-describe.js";
import type { Credentials } from "./oauth/credentials.js";
import type { OAuthOptions } from "./oauth/oauth-state.js";

export interface OrgOptions {
  /** The sObjects of the org, as their describe answers. Default: the standard objects. */
  describes?: readonly RawDescribe[];
  /** The newest API version the org's own links name. Default: `"66.0"`. */
  apiVersion?: string;
  /** Default: random ones. */
  credentials?: Partial<Credentials>;
  /** The app of the credentials (callback URLs, scopes, public key), and the policies for logins. */
  oauth?: OAuthOptions;
  /** The org's clock. Default: the real time. */
  now?: () => Date;
  /** The most of each limit, such as `{ DailyApiRequests: 100 }`. */
  limits?: Readonly<Record<string, number>>;
  /** The address the org answers at in process, such as `"https://acme.my.salesforce.com"`. */
  url?: string;
}
