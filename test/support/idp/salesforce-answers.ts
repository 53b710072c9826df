import { createHmac } from "node:crypto";
import type { KoaContextWithOIDC, Provider } from "oidc-provider";
import { keepSecret } from "../kept-secrets.js";
import type { IdpParts } from "./configuration.js";

/** A token request that the server has dealt with. */
export interface Exchange {
  readonly grantType: string;
  /** Salesforce's name of the error; undefined where tokens were given. */
  readonly error: string | undefined;
}

type Body = Record<string, unknown>;

interface Refusal {
  /** Of what oidc-provider says, with its details. */
  readonly where: RegExp;
  readonly error: string;
  readonly description: string;
}

/** oidc-provider's refusals in Salesforce's words: the first row that fits. */
const refusals: readonly Refusal[] = [
  { where: /client not found/, error: "invalid_client_id", description: "client identifier invalid" },
  { where: /^invalid_client/, error: "invalid_client", description: "invalid client credentials" },
  { where: /wrong password/, error: "invalid_grant", description: "authentication failure" },
  { where: /account not found/, error: "invalid_grant", description: "inactive user" },
  { where: /PKCE|code_verifier/, error: "invalid_grant", description: "invalid code verifier" },
  { where: /authorization code/, error: "invalid_grant", description: "expired authorization code" },
  { where: /refresh token|grant /, error: "invalid_grant", description: "expired access/refresh token" },
  {
    where: /^unsupported_grant_type/,
    error: "unsupported_grant_type",
    description: "grant type not supported",
  },
];

/** Makes oidc-provider answer in Salesforce's form, and notes every secret it gives out or is sent. */
export function answerAsSalesforce(provider: Provider, parts: IdpParts, exchanges: Exchange[]): void {
  const details = new WeakMap<KoaContextWithOIDC, string>();
  provider.on("grant.error", (context, error) => {
    details.set(context, `${error.message} ${error.error_detail ?? error.error_description ?? ""}`);
  });
  const reshape: Record<string, (context: KoaContextWithOIDC) => void> = {
    token: (context) => exchanges.push(tokenAnswer(context, parts, details.get(context))),
    authorization: hideIssuer,
    resume: hideIssuer,
    introspection: (context) => introspectionAnswer(context, parts),
    userinfo: userinfoAnswer,
  };
  provider.use(async (context, next) => {
    await next();
    const withOidc = context as KoaContextWithOIDC;
    const route = withOidc.oidc?.route;
    if (route !== undefined) reshape[route]?.(withOidc);
  });
}

function tokenAnswer(context: KoaContextWithOIDC, parts: IdpParts, detail: string | undefined): Exchange {
  const { params } = context.oidc;
  const grantType = String(params?.grant_type);
  keepText("code verifier", params?.code_verifier);
  const refusal = detail === undefined ? ownRefusal(grantType, parts) : inSalesforceWords(detail);
  if (refusal !== undefined) {
    context.status = 400;
    context.body = { error: refusal.error, error_description: refusal.description };
    return { grantType, error: refusal.error };
  }
  context.body = tokensAnswer(context, parts);
  return { grantType, error: undefined };
}

/** What oidc-provider has no rule for. */
function ownRefusal(grantType: string, { policies }: IdpParts): Omit<Refusal, "where"> | undefined {
  if (grantType !== "client_credentials") return undefined;
  if (policies.sharedLoginHost) {
    return { error: "invalid_grant", description: "request not supported on this domain" };
  }
  // The app's "Run As" user, whom oidc-provider knows nothing of.
  return policies.userInactive ? { error: "invalid_grant", description: "inactive user" } : undefined;
}

function inSalesforceWords(detail: string): Omit<Refusal, "where"> {
  const row = refusals.find(({ where }) => where.test(detail));
  return row ?? { error: detail.split(" ")[0] ?? detail, description: detail };
}

/** No `expires_in`; the rest is what Salesforce adds. */
function tokensAnswer(context: KoaContextWithOIDC, { apps, user }: IdpParts): Body {
  const { expires_in, ...tokens } = context.body as Body;
  keepText("access token", tokens.access_token);
  keepText("refresh token", tokens.refresh_token);
  keepText("id token", tokens.id_token);
  const { issuer, client } = context.oidc;
  const app = Object.values(apps).find(({ clientId }) => clientId === client?.clientId);
  const id = `${issuer}/id/${user.organizationId}/${user.id}`;
  const issuedAt = String(Date.now());
  const signature = createHmac("sha256", app?.clientSecret ?? "")
    .update(id + issuedAt)
    .digest("base64");
  return {
    scope: "api",
    ...tokens,
    token_type: "Bearer",
    instance_url: issuer,
    id,
    issued_at: issuedAt,
    signature,
  };
}

/** Salesforce names no issuer in the redirect to the app. */
function hideIssuer(context: KoaContextWithOIDC): void {
  const location = context.response.get("location");
  if (!URL.canParse(location)) return;
  const url = new URL(location);
  keepText("code", url.searchParams.get("code"));
  url.searchParams.delete("iss");
  context.set("location", url.href);
}

function introspectionAnswer(context: KoaContextWithOIDC, { user }: IdpParts): void {
  const { iss, sid, ...answer } = context.body as Body;
  context.body = answer.active
    ? { ...answer, username: user.username, token_type: "access_token", nbf: answer.iat }
    : answer;
}

function userinfoAnswer(context: KoaContextWithOIDC): void {
  if (context.status < 400) return;
  context.status = 403;
  context.type = "text/plain";
  context.body = "Bad_OAuth_Token";
}

function keepText(kind: string, text: unknown): void {
  if (typeof text === "string" && text !== "") keepSecret(kind, text);
}
