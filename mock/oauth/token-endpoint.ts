import { type Answer, json } from "../http/call.js";
import type { OrgContext } from "../org-context.js";
import { clientCredentials } from "./client-credentials.js";
import type { Grant } from "./grant.js";
import { OAuthFault, readTokenRequest, type TokenRequest } from "./token-request.js";

/** The grants the org knows, by `grant_type`. */
const GRANTS: Readonly<Record<string, Grant>> = {
  client_credentials: clientCredentials,
};

const NO_STORE = { "Cache-Control": "no-store", Pragma: "no-cache" };

/** `POST /services/oauth2/token`. */
export async function answerTokenRequest(
  method: string,
  text: string,
  headers: Headers,
  origin: string,
  context: OrgContext,
): Promise<Answer> {
  try {
    if (method !== "POST") throw new OAuthFault("invalid_request", "must use HTTP POST");
    const request = readTokenRequest(text, headers, origin);
    const granted = grantOf(request)(request, context);
    return json(await tokenAnswer(granted.scope, request, context), 200, NO_STORE);
  } catch (error) {
    if (!(error instanceof OAuthFault)) throw error;
    const body = { error: error.error, error_description: error.description };
    return json(body, error.status, NO_STORE);
  }
}

function grantOf(request: TokenRequest): Grant {
  const type = request.form.get("grant_type") ?? "";
  const grant = Object.hasOwn(GRANTS, type) ? GRANTS[type] : undefined;
  if (grant === undefined) throw new OAuthFault("unsupported_grant_type", "grant type not supported");
  return grant;
}

/** No `expires_in`: a client learns of the end of a session from a 401. */
async function tokenAnswer(scope: string, request: TokenRequest, context: OrgContext) {
  const id = `${request.origin}/id/${context.organizationId}/${context.userId}`;
  const issuedAt = String(context.now().getTime());
  return {
    access_token: context.sessions.open(),
    signature: await sign(context.credentials.clientSecret, id + issuedAt),
    scope,
    instance_url: request.origin,
    id,
    token_type: "Bearer",
    issued_at: issuedAt,
  };
}

async function sign(secret: string, text: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), algorithm, false, ["sign"]);
  const signature = await crypto.subtle.sign("HMAC", key, encoder.encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(signature)));
}
