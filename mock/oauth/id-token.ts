import type { OrgContext } from "../org-context.js";
import { toBase64Url } from "./base64url.js";
import { signJwt } from "./jwt.js";
import type { Session } from "./sessions.js";

const LIFETIME_SECONDS = 120;
/** OpenID Connect has the left half of the hash. */
const HALF_OF_SHA256 = 16;

interface IdTokenSubject {
  readonly session: Session;
  readonly origin: string;
  /** The user's identity URL. */
  readonly subject: string;
  readonly nonce: string | null;
}

/** OpenID Connect's id token, signed with the org's key. */
export async function idToken(
  { session, origin, subject, nonce }: IdTokenSubject,
  context: OrgContext,
): Promise<string> {
  const issuedAt = Math.floor(context.now().getTime() / 1000);
  const claims = {
    at_hash: await halfHash(session.token),
    sub: subject,
    aud: session.clientId,
    iss: origin,
    exp: issuedAt + LIFETIME_SECONDS,
    iat: issuedAt,
    ...(nonce === null ? {} : { nonce }),
  };
  const key = await context.oauth.signingKey();
  return signJwt(claims, key.privateKey, key.id);
}

async function halfHash(token: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token));
  return toBase64Url(new Uint8Array(hash).slice(0, HALF_OF_SHA256));
}
