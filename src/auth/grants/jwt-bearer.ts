import { AuthError, SettingsError } from "../../errors.js";
import { checkTexts } from "../app.js";
import { appGrant } from "../app-grant.js";
import type { Grant, GrantContext } from "../grant.js";
import { checkPrivateKey, importPrivateKey, type PrivateKey } from "../private-key.js";
import { requestTokens } from "../token-endpoint.js";

export interface JwtBearerOptions {
  /** The app's consumer key. */
  clientId: string;
  /** The user to log in as; the app must be pre-authorised for them. */
  username: string;
  /** RSA key of the certificate that the app has: PEM text (PKCS#8), a JSON Web Key, or a `CryptoKey`. */
  privateKey: PrivateKey;
  /** Milliseconds that an assertion is good for; Salesforce takes up to 180,000. Default: 120,000. */
  lifetimeMs?: number;
}

const GRANT_TYPE = "urn:ietf:params:oauth:grant-type:jwt-bearer";
const LONGEST_LIFETIME_MS = 180_000;

/**
 * Logs in as a user, with a key in the place of a password: for programs without a person. Renewed by asking
 * again. `POST /services/oauth2/token`.
 *
 * @throws SettingsError where an option is missing or the key is in a form that Web Crypto does not read
 */
export function jwtBearer(app: JwtBearerOptions): Grant {
  const { clientId, username, privateKey } = app;
  checkTexts("jwtBearer", { clientId, username }, { username: "Give the name of the user to log in as." });
  checkPrivateKey(privateKey);
  checkLifetime(app.lifetimeMs);
  return appGrant(
    { clientId },
    {
      name: "jwt_bearer",
      key: `${clientId}/${username}`,
      start: async (context) =>
        // The assertion says who asks.
        requestTokens(
          context,
          { clientId },
          { grant_type: GRANT_TYPE, assertion: await signedAssertion(app, context) },
        ),
    },
  );
}

/** A JWT of the app about the user. The form is that of a client assertion, which the library can make. */
async function signedAssertion(
  { clientId, username, privateKey, lifetimeMs = 120_000 }: JwtBearerOptions,
  context: GrantContext,
): Promise<string> {
  const oauth = await import("oauth4webapi");
  const parameters = new URLSearchParams();
  const sign = oauth.PrivateKeyJwt(await importPrivateKey(privateKey), {
    [oauth.modifyAssertion]: (_header, claims) => {
      claims.sub = username;
      claims.aud = context.environment.audience;
      claims.exp = Math.floor((Date.now() + lifetimeMs) / 1000);
      // A clock that is a little ahead would make the assertion one of the future.
      delete claims.nbf;
      delete claims.iat;
    },
  });
  const server = { issuer: context.environment.loginUrl };
  await sign(server, { client_id: clientId }, parameters, new Headers());
  const assertion = parameters.get("client_assertion");
  if (assertion === null) throw new AuthError("auth.assertion", "The assertion could not be signed.");
  return assertion;
}

function checkLifetime(lifetimeMs = LONGEST_LIFETIME_MS): void {
  if (typeof lifetimeMs === "number" && lifetimeMs > 0 && lifetimeMs <= LONGEST_LIFETIME_MS) return;
  throw new SettingsError("settings.auth", "jwtBearer({ lifetimeMs }) is not from 1 to 180,000.", {
    hint: "Give milliseconds, or leave it out.",
  });
}
