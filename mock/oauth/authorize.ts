import type { OrgContext } from "../org-context.js";
import { isRegistered } from "./callback-url.js";
import { requireApp } from "./client-authentication.js";
import type { ConnectedApp } from "./connected-apps.js";
import { consentUrl } from "./consent-page.js";
import { allow, isApproved, refuseAtCallback } from "./login-decision.js";
import { toLogin } from "./login-page.js";
import { formError, type OAuthAnswer, redirect } from "./oauth-answer.js";
import { type OAuthCall, parameter } from "./oauth-call.js";
import { OAuthFault } from "./oauth-fault.js";
import type { PendingLogin } from "./pending-logins.js";
import { grantedScopes } from "./scopes.js";

/**
 * `/services/oauth2/authorize`: checks the request, and sends the browser to the login page, the consent page,
 * or straight back to the app.
 */
export function authorize(call: OAuthCall, context: OrgContext): OAuthAnswer {
  try {
    const app = requireApp(parameter(call, "client_id"), context);
    const redirectUri = requireCallback(call, app, context);
    const codeChallenge = readChallenge(call, context);
    return goOn(call, { app, redirectUri, codeChallenge }, context);
  } catch (error) {
    // Nobody is redirected to an address that is not the app's: the browser itself shows the error.
    if (error instanceof OAuthFault) return formError(error.error, error.description, error.status);
    throw error;
  }
}

function requireCallback(call: OAuthCall, app: ConnectedApp, context: OrgContext): string {
  const redirectUri = parameter(call, "redirect_uri");
  if (redirectUri === null) throw new OAuthFault("redirect_uri_missing", "missing redirect_uri parameter");
  if (isRegistered(redirectUri, app, context.oauth.policies)) return redirectUri;
  throw new OAuthFault("redirect_uri_mismatch", "redirect_uri must match configuration");
}

/** 32 bytes in base64url: the hash of a verifier. */
const CHALLENGE = /^[\w-]{43}$/;

function readChallenge(call: OAuthCall, context: OrgContext): string | null {
  const challenge = parameter(call, "code_challenge");
  if (challenge === null) {
    if (!context.oauth.policies.requirePkce) return null;
    throw new OAuthFault("invalid_request", "missing required code challenge");
  }
  const method = parameter(call, "code_challenge_method") ?? "S256";
  if (method === "S256" && CHALLENGE.test(challenge)) return challenge;
  throw new OAuthFault("invalid_request", "invalid code challenge");
}

type Checked = Pick<PendingLogin, "app" | "redirectUri" | "codeChallenge">;

/** What is wrong from here on, the app is told. */
function goOn(call: OAuthCall, checked: Checked, context: OrgContext): OAuthAnswer {
  const callback = { redirectUri: checked.redirectUri, state: parameter(call, "state") };
  if (parameter(call, "response_type") !== "code") {
    return refuseAtCallback(callback, "unsupported_response_type", "response type not supported");
  }
  const scopes = grantedScopes(parameter(call, "scope"), checked.app.scopes);
  if (scopes === undefined) {
    return refuseAtCallback(callback, "invalid_scope", "the requested scope is not allowed");
  }
  const prompts = (parameter(call, "prompt") ?? "").split(/\s+/);
  const newLogin = prompts.includes("login") || prompts.includes("select_account");
  const login: PendingLogin = {
    ...checked,
    state: callback.state,
    scopes,
    nonce: parameter(call, "nonce"),
    needsConsent: prompts.includes("consent"),
    staleSession: newLogin ? context.oauth.browsers.find(call)?.id : undefined,
  };
  return nextPage(call, login, context);
}

function nextPage(call: OAuthCall, login: PendingLogin, context: OrgContext): OAuthAnswer {
  const session = context.oauth.browsers.find(call);
  const loggedIn = session !== undefined && session.id !== login.staleSession;
  if (loggedIn && isApproved(login, session.userId, context)) return allow(login, session.userId, context);
  if (parameter(call, "immediate") === "true") {
    return refuseAtCallback(login, "immediate_unsuccessful", "immediate_unsuccessful");
  }
  const consent = consentUrl(context.oauth.pending.add(login));
  return loggedIn ? redirect(consent) : toLogin(consent, parameter(call, "login_hint") ?? "");
}
