import { AuthError } from "../../errors.js";
import { environmentAt } from "../../settings/environment.js";
import { checkTexts } from "../app.js";
import type { Grant } from "../grant.js";
import { tokenSet } from "../token-set.js";

export interface AccessTokenOptions {
  /** A token from elsewhere, or a function that gets one: it is asked again when the token has ended. */
  accessToken: string | (() => Promise<string>);
  /** The org's API host, as `https://acme.my.salesforce.com`. */
  instanceUrl: string;
}

/**
 * Uses an access token from elsewhere. A plain one cannot be renewed: when it ends, calls reject with an
 * AuthError.
 *
 * @throws SettingsError where an option is missing or `instanceUrl` is no https URL
 */
export function accessToken(options: AccessTokenOptions): Grant {
  const { accessToken: given } = options;
  const instanceUrl = environmentAt(options.instanceUrl, "accessToken({ instanceUrl })").loginUrl;
  const name = "access_token";
  if (typeof given === "function") {
    return { name, start: async () => tokenSet({ accessToken: await given(), instanceUrl }) };
  }
  checkTexts("accessToken", { accessToken: given }, { accessToken: "Give it, or a function that gets one." });
  return {
    name,
    start: async () => tokenSet({ accessToken: given, instanceUrl }),
    renew: async () => {
      throw new AuthError("auth.no-renewal", "The session of the access token has ended.", {
        hint: "Give a new token, a function that gets one, or a grant that can log in by itself.",
      });
    },
  };
}
