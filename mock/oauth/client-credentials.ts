import { authenticateClient } from "./client-authentication.js";
import type { Grant } from "./grant.js";
import { isSharedHost } from "./hosts.js";
import { requireActive } from "./login-checks.js";
import { OAuthFault } from "./oauth-fault.js";
import { withoutRefresh } from "./scopes.js";
import { findUser } from "./users.js";

/** The client credentials grant: a session of the app's run-as user, without a refresh token. */
export const clientCredentials: Grant = async (request, context) => {
  if (isSharedHost(request.origin)) {
    throw new OAuthFault("invalid_grant", "request not supported on this domain");
  }
  const app = await authenticateClient(request, context, true);
  const user = app.runAs === null ? undefined : findUser(context, app.runAs);
  if (user === undefined) throw new OAuthFault("invalid_grant", "no client credentials user enabled");
  requireActive(context, user.id);
  return { app, userId: user.id, scopes: withoutRefresh(app.scopes) };
};
