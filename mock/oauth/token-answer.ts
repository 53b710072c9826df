import type { OrgContext } from "../org-context.js";
import { toBase64 } from "./base64url.js";
import type { Granted } from "./grant.js";
import { isSharedHost } from "./hosts.js";
import { idToken } from "./id-token.js";

export type TokenAnswer = Readonly<Record<string, string>>;

/** Opens the session. No `expires_in`: a client learns of the end of a session from a 401. */
export async function tokenAnswer(
  granted: Granted,
  origin: string,
  context: OrgContext,
): Promise<TokenAnswer> {
  const { app, userId, scopes, family } = granted;
  const id = identityUrl(origin, userId, context);
  const issuedAt = String(context.now().getTime());
  const session = context.oauth.sessions.open({
    userId,
    clientId: app.clientId,
    scopes,
    family: family?.family,
  });
  const answer: Record<string, string> = {
    access_token: session.token,
    scope: scopes.join(" "),
    instance_url: instanceUrl(origin, context),
    id,
    token_type: "Bearer",
  };
  if (granted.unsigned !== true) {
    answer.signature = await sign(app.clientSecret, id + issuedAt);
    answer.issued_at = issuedAt;
  }
  if (granted.tellsRefreshToken === true && family !== undefined) answer.refresh_token = family.current;
  if (granted.tellsIdToken === true && scopes.includes("openid")) {
    const { nonce = null } = granted;
    answer.id_token = await idToken({ session, origin, subject: id, nonce }, context);
  }
  return answer;
}

/** Where a user's identity is read: at the host the login came by. */
export function identityUrl(origin: string, userId: string, context: OrgContext): string {
  return `${origin}/id/${context.organizationId}/${userId}`;
}

/** A login by a host that serves every org leads to the org's own. */
function instanceUrl(origin: string, context: OrgContext): string {
  return isSharedHost(origin) ? context.oauth.ownUrl : origin;
}

async function sign(secret: string, text: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), algorithm, false, ["sign"]);
  return toBase64(new Uint8Array(await crypto.subtle.sign("HMAC", key, encoder.encode(text))));
}
