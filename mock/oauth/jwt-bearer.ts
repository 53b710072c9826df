import type { OrgContext } from "../org-context.js";
import { checkAssertion } from "./assertion.js";
import { requireApp } from "./client-authentication.js";
import type { ConnectedApp } from "./connected-apps.js";
import type { Grant } from "./grant.js";
import { readJwt } from "./jwt.js";
import { allowsHost, requireActive } from "./login-checks.js";
import { OAuthFault } from "./oauth-fault.js";
import { withoutRefresh } from "./scopes.js";
import { required } from "./token-request.js";
import { findUser } from "./users.js";

/** The JWT bearer grant: the app's signature stands for a user who has approved it before. */
export const jwtBearer: Grant = async (request, context) => {
  const assertion = required(request, "assertion");
  const issuer = readJwt(assertion)?.claims.iss;
  if (typeof issuer !== "string") throw new OAuthFault("invalid_grant", "invalid assertion");
  const app = requireApp(issuer, context);
  const claims = await checkAssertion(assertion, app, request.origin, context);
  if (!allowsHost(context, request.origin)) {
    throw new OAuthFault("invalid_grant", "authentication failure");
  }
  // The older name of the claim wins where both are there.
  const user = findUser(context, String(claims.prn ?? claims.sub ?? ""));
  const scopes = user === undefined ? undefined : approvedScopes(context, user.id, app);
  if (user === undefined || scopes === undefined) {
    throw new OAuthFault("invalid_grant", "user hasn't approved this consumer");
  }
  requireActive(context, user.id);
  return { app, userId: user.id, scopes: withoutRefresh(scopes), unsigned: true };
};

function approvedScopes(context: OrgContext, userId: string, app: ConnectedApp): string[] | undefined {
  if (context.oauth.policies.preauthorized) return app.scopes;
  const approved = context.oauth.approvals.of(userId, app.clientId);
  return approved === undefined ? undefined : [...approved];
}
