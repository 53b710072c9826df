import type { OrgContext } from "../org-context.js";
import type { ConnectedApp } from "./connected-apps.js";
import { type Claims, hasValidSignature, type ReadJwt, readJwt } from "./jwt.js";
import { OAuthFault } from "./oauth-fault.js";

const MOST_AHEAD_MS = 3 * 60 * 1000;
const SHARED_AUDIENCES = ["https://login.salesforce.com", "https://test.salesforce.com"];

/** Checks an app's JWT: its signature, whom it is for, and that it ends within three minutes. */
export async function checkAssertion(
  assertion: string,
  app: ConnectedApp,
  origin: string,
  context: OrgContext,
): Promise<Claims> {
  const jwt = readJwt(assertion);
  if (jwt === undefined || !(await isSignedBy(app, jwt))) throw invalid("invalid assertion");
  if (!isForUs(jwt.claims.aud, [...SHARED_AUDIENCES, origin, context.oauth.ownUrl])) {
    throw invalid("Audience validation failed");
  }
  checkExpiry(jwt.claims.exp, context.now().getTime());
  return jwt.claims;
}

async function isSignedBy(app: ConnectedApp, jwt: ReadJwt): Promise<boolean> {
  return app.publicKey !== undefined && (await hasValidSignature(jwt, app.publicKey));
}

/** The audience is a host's address, or that of its token endpoint. */
function isForUs(audience: unknown, addresses: readonly string[]): boolean {
  const audiences = Array.isArray(audience) ? audience : [audience];
  return addresses.some(
    (address) => audiences.includes(address) || audiences.includes(`${address}/services/oauth2/token`),
  );
}

function checkExpiry(exp: unknown, time: number): void {
  const until = typeof exp === "number" || typeof exp === "string" ? Number(exp) * 1000 : Number.NaN;
  // Salesforce says the same of a late assertion as of a late code.
  if (until <= time) throw invalid("expired authorization code");
  if (!(until <= time + MOST_AHEAD_MS)) throw invalid("invalid assertion");
}

function invalid(description: string): OAuthFault {
  return new OAuthFault("invalid_grant", description);
}
