import type { OrgContext } from "../org-context.js";
import { authenticateClient } from "./client-authentication.js";
import { jsonAnswer, type OAuthAnswer } from "./oauth-answer.js";
import type { OAuthCall } from "./oauth-call.js";
import { OAuthFault } from "./oauth-fault.js";
import type { SessionGrant } from "./sessions.js";
import { identityUrl } from "./token-answer.js";
import { readTokenRequest, required } from "./token-request.js";
import { getUser } from "./users.js";

const INACTIVE = { active: false };

/** `POST /services/oauth2/introspect`: what an app may know of its tokens, their end included. */
export async function introspect(call: OAuthCall, context: OrgContext): Promise<OAuthAnswer> {
  try {
    const request = readTokenRequest(call);
    const app = await authenticateClient(request, context, true);
    return jsonAnswer(describeToken(required(request, "token"), app.clientId, call.origin, context));
  } catch (error) {
    if (!(error instanceof OAuthFault)) throw error;
    return jsonAnswer({ error: error.error, error_description: error.description }, error.status);
  }
}

function describeToken(token: string, clientId: string, origin: string, context: OrgContext) {
  const { sessions, refreshTokens } = context.oauth;
  const session = sessions.find(token);
  const family = refreshTokens.find(token);
  const grant = session ?? family;
  if (grant === undefined || grant.clientId !== clientId) return INACTIVE;
  const user = getUser(context, grant.userId);
  if (user?.active !== true) return INACTIVE;
  const issuedAt = inSeconds(session?.openedAt ?? family?.issuedAt ?? 0);
  return {
    active: true,
    ...whose(grant, user.username, origin, context),
    token_type: session === undefined ? "refresh_token" : "access_token",
    ...(session === undefined ? {} : { exp: inSeconds(sessions.endOf(session)) }),
    iat: issuedAt,
    nbf: issuedAt,
  };
}

function whose(grant: SessionGrant, username: string, origin: string, context: OrgContext) {
  return {
    scope: grant.scopes.join(" "),
    client_id: grant.clientId,
    username,
    sub: identityUrl(origin, grant.userId, context),
  };
}

function inSeconds(time: number): number {
  return Math.floor(time / 1000);
}
