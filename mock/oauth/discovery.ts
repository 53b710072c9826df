import type { OrgContext } from "../org-context.js";
import { jsonAnswer, type OAuthAnswer } from "./oauth-answer.js";
import type { OAuthCall } from "./oauth-call.js";

/** `/.well-known/openid-configuration`. */
export function discovery(call: OAuthCall, context: OrgContext): OAuthAnswer {
  const { origin } = call;
  return jsonAnswer({
    issuer: origin,
    authorization_endpoint: `${origin}/services/oauth2/authorize`,
    token_endpoint: `${origin}/services/oauth2/token`,
    revocation_endpoint: `${origin}/services/oauth2/revoke`,
    userinfo_endpoint: `${origin}/services/oauth2/userinfo`,
    introspection_endpoint: `${origin}/services/oauth2/introspect`,
    jwks_uri: `${origin}/id/keys`,
    scopes_supported: context.oauth.apps.first.scopes,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
    display_values_supported: ["page", "popup", "touch"],
    token_endpoint_auth_methods_supported: [
      "client_secret_post",
      "client_secret_basic",
      "private_key_jwt",
      "none",
    ],
    code_challenge_methods_supported: ["S256"],
    claims_supported: ["sub", "aud", "iss", "exp", "iat", "at_hash", "nonce"],
  });
}

/** `/id/keys`: what id tokens are checked with. */
export async function keys(_call: OAuthCall, context: OrgContext): Promise<OAuthAnswer> {
  const { publicJwk } = await context.oauth.signingKey();
  return jsonAnswer({ keys: [publicJwk] });
}
