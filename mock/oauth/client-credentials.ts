import type { Grant } from "./grant.js";
import { authenticateClient, OAuthFault } from "./token-request.js";

/** Hosts that serve every org, where this grant cannot tell which one is meant. */
const SHARED_HOSTS = ["login.salesforce.com", "test.salesforce.com"];

/** The client credentials grant: a session of the app's run-as user, without a refresh token. */
export const clientCredentials: Grant = (request, context) => {
  if (SHARED_HOSTS.includes(new URL(request.origin).hostname)) {
    throw new OAuthFault("invalid_grant", "request not supported on this domain");
  }
  authenticateClient(request, context.credentials);
  return { scope: "api" };
};
