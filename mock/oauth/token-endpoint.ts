import type { OrgContext } from "../org-context.js";
import { authorizationCode } from "./authorization-code.js";
import { clientCredentials } from "./client-credentials.js";
import { device, startDeviceLogin } from "./device.js";
import type { Grant } from "./grant.js";
import { jwtBearer } from "./jwt-bearer.js";
import type { OAuthAnswer } from "./oauth-answer.js";
import type { OAuthCall } from "./oauth-call.js";
import { OAuthFault } from "./oauth-fault.js";
import { password } from "./password.js";
import { refreshToken } from "./refresh-token.js";
import { tokenAnswer } from "./token-answer.js";
import { tokenExchange } from "./token-exchange.js";
import { writeTokenAnswer } from "./token-format.js";
import { readTokenRequest } from "./token-request.js";

/** The grants the org knows, by `grant_type`. */
const GRANTS: Readonly<Record<string, Grant>> = {
  authorization_code: authorizationCode,
  refresh_token: refreshToken,
  password,
  client_credentials: clientCredentials,
  device,
  "urn:ietf:params:oauth:grant-type:jwt-bearer": jwtBearer,
  "urn:ietf:params:oauth:grant-type:token-exchange": tokenExchange,
};

/** `POST /services/oauth2/token`. */
export async function answerTokenRequest(call: OAuthCall, context: OrgContext): Promise<OAuthAnswer> {
  const { faults, policies } = context.oauth;
  const instead = faults.next();
  if (policies.tokenDelayMs > 0) {
    await new Promise((resolve) => setTimeout(resolve, policies.tokenDelayMs));
  }
  if (instead !== undefined) return instead;
  try {
    return writeTokenAnswer(call, await tokenFields(call, context));
  } catch (error) {
    if (!(error instanceof OAuthFault)) throw error;
    const fields = { error: error.error, error_description: error.description };
    return writeTokenAnswer(call, fields, error.status);
  }
}

async function tokenFields(call: OAuthCall, context: OrgContext): Promise<Record<string, unknown>> {
  if (call.method !== "POST") throw new OAuthFault("invalid_request", "must use HTTP POST");
  const request = readTokenRequest(call);
  if (request.get("response_type") === "device_code") return startDeviceLogin(request, context);
  const granted = await grantOf(request.get("grant_type"))(request, context);
  const answer = await tokenAnswer(granted, call.origin, context);
  const state = request.get("state");
  return state === null ? answer : { ...answer, state };
}

function grantOf(type: string | null): Grant {
  const grant = type !== null && Object.hasOwn(GRANTS, type) ? GRANTS[type] : undefined;
  if (grant === undefined) throw new OAuthFault("unsupported_grant_type", "grant type not supported");
  return grant;
}
