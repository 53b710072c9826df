import { generateKeyPairSync } from "node:crypto";
import type { Account, ClientMetadata, Configuration } from "oidc-provider";
import { newSecret } from "../kept-secrets.js";
import type { App, Apps, TestUser } from "./apps.js";
import { PATHS } from "./paths.js";
import type { Policies } from "./policies.js";
import type { TokenStorage } from "./token-storage.js";

export interface IdpParts {
  readonly apps: Apps;
  readonly user: TestUser;
  readonly policies: Policies;
  readonly storage: TokenStorage;
}

const SCOPES = ["api", "refresh_token", "openid", "id", "web", "full"] as const;
const HOUR = 3600;
const signingKey = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" });

/** The settings that make oidc-provider behave as Salesforce does. */
export function configuration({ apps, user, policies, storage }: IdpParts): Configuration {
  return {
    adapter: storage.adapter,
    clients: Object.values(apps).map(clientOf),
    scopes: [...SCOPES],
    claims: {
      openid: ["sub", "preferred_username", "email", "user_id", "organization_id"],
      id: [],
      api: [],
    },
    conformIdTokenClaims: false,
    findAccount: async (_context, id) =>
      id === user.id && !policies.userInactive ? accountOf(user) : undefined,
    routes: {
      authorization: PATHS.authorization,
      token: PATHS.token,
      revocation: PATHS.revocation,
      introspection: PATHS.introspection,
      userinfo: PATHS.userinfo,
      jwks: PATHS.jwks,
    },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      introspection: {
        enabled: true,
        allowedPolicy: (_context, client, token) => token.clientId === client.clientId,
      },
      revocation: {
        enabled: true,
        // Salesforce takes a token from anybody who has it.
        allowedPolicy: () => true,
      },
    },
    pkce: { required: () => true },
    rotateRefreshToken: () => policies.rotate,
    issueRefreshToken: async (_context, client, code) =>
      client.grantTypeAllowed("refresh_token") && code.scopes.has("refresh_token"),
    ttl: {
      AccessToken: 2 * HOUR,
      ClientCredentials: 2 * HOUR,
      RefreshToken: 24 * HOUR,
      Interaction: HOUR,
      Session: HOUR,
      Grant: 24 * HOUR,
      IdToken: HOUR,
      AuthorizationCode: 60,
    },
    renderError: (context, { error, error_description }) => {
      context.type = "html";
      context.body = `<!doctype html><title>OAuth Error</title><p>${error}: ${error_description}`;
    },
    interactions: { url: (_context, { uid }) => `/login/${uid}` },
    cookies: { keys: [newSecret("cookie key")] },
    jwks: { keys: [{ ...signingKey, alg: "RS256", use: "sig" }] },
  };
}

function clientOf({ clientId, clientSecret, secretRequired, grantTypes }: App): ClientMetadata {
  return {
    client_id: clientId,
    ...(secretRequired && { client_secret: clientSecret }),
    token_endpoint_auth_method: secretRequired ? "client_secret_post" : "none",
    // Such apps may listen on any port of the loopback address.
    application_type: "native",
    redirect_uris: ["http://127.0.0.1/callback", "http://localhost/callback"],
    grant_types: [...grantTypes],
    response_types: ["code"],
    scope: SCOPES.join(" "),
  };
}

function accountOf({ id, organizationId, username }: TestUser): Account {
  return {
    accountId: id,
    claims: () => ({
      sub: id,
      user_id: id,
      organization_id: organizationId,
      preferred_username: username,
      email: username,
    }),
  };
}
