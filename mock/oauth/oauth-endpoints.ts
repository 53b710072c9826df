import type { OrgContext } from "../org-context.js";
import { authorize } from "./authorize.js";
import { CONSENT_PAGE, consentPage } from "./consent-page.js";
import { DEVICE_PAGE } from "./device.js";
import { devicePage } from "./device-page.js";
import { discovery, keys } from "./discovery.js";
import { identity, isIdentityPath, userinfo } from "./identity.js";
import { introspect } from "./introspect.js";
import { LOGIN_PAGE, loginPage, logOutPage } from "./login-page.js";
import { type OAuthAnswer, textAnswer } from "./oauth-answer.js";
import type { OAuthCall } from "./oauth-call.js";
import { revoke } from "./revoke.js";
import { answerTokenRequest } from "./token-endpoint.js";

interface Endpoint {
  readonly methods: readonly string[];
  readonly answer: (call: OAuthCall, context: OrgContext) => OAuthAnswer | Promise<OAuthAnswer>;
}

const READ = ["GET", "HEAD"];
const ANY = [...READ, "POST"];

/** Every path of the org's logins, by its path. */
const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  "/services/oauth2/authorize": { methods: ANY, answer: authorize },
  // Refuses other methods in its own form.
  "/services/oauth2/token": { methods: [...ANY, "PUT", "PATCH", "DELETE"], answer: answerTokenRequest },
  "/services/oauth2/revoke": { methods: ANY, answer: revoke },
  "/services/oauth2/introspect": { methods: ["POST"], answer: introspect },
  "/services/oauth2/userinfo": { methods: ANY, answer: userinfo },
  "/.well-known/openid-configuration": { methods: READ, answer: discovery },
  "/id/keys": { methods: READ, answer: keys },
  [LOGIN_PAGE]: { methods: ANY, answer: loginPage },
  "/secur/logout.jsp": { methods: ANY, answer: logOutPage },
  [CONSENT_PAGE]: { methods: ANY, answer: consentPage },
  [DEVICE_PAGE]: { methods: ANY, answer: devicePage },
};

const IDENTITY: Endpoint = { methods: ANY, answer: identity };

/** Answers a request that has to do with logins; undefined where it has not. */
export async function answerOAuth(
  request: Request,
  url: URL,
  body: string,
  context: OrgContext,
): Promise<Response | undefined> {
  const endpoint = endpointOf(url.pathname);
  if (endpoint === undefined) return undefined;
  const call: OAuthCall = {
    method: request.method,
    path: url.pathname,
    origin: url.origin,
    query: url.searchParams,
    form: new URLSearchParams(request.method === "POST" ? body : ""),
    headers: request.headers,
  };
  const answer = endpoint.methods.includes(call.method)
    ? await endpoint.answer(call, context)
    : textAnswer("Method Not Allowed", 405);
  const content = call.method === "HEAD" || answer.body === "" ? null : answer.body;
  return new Response(content, { status: answer.status, headers: answer.headers });
}

function endpointOf(path: string): Endpoint | undefined {
  if (Object.hasOwn(ENDPOINTS, path)) return ENDPOINTS[path];
  return isIdentityPath(path) ? IDENTITY : undefined;
}
