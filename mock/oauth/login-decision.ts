import type { OrgContext } from "../org-context.js";
import { covers } from "./approvals.js";
import { type OAuthAnswer, redirect } from "./oauth-answer.js";
import type { PendingLogin } from "./pending-logins.js";
import { randomText } from "./random-text.js";

/** Whether the user need not be asked: an administrator or they themselves have allowed the app before. */
export function isApproved(login: PendingLogin, userId: string, context: OrgContext): boolean {
  if (login.needsConsent) return false;
  const { approvals, policies } = context.oauth;
  return policies.preauthorized || covers(approvals.of(userId, login.app.clientId), login.scopes);
}

/** Sends the browser back to the app with a code, and remembers what the user has allowed. */
export function allow(login: PendingLogin, userId: string, context: OrgContext): OAuthAnswer {
  const { app, scopes, redirectUri, codeChallenge, nonce } = login;
  const code = `aPrx${randomText(60)}==`;
  context.oauth.approvals.remember(userId, app.clientId, scopes);
  context.oauth.codes.put(code, {
    userId,
    clientId: app.clientId,
    scopes,
    redirectUri,
    codeChallenge,
    nonce,
  });
  return toCallback(login, { code });
}

export function deny(login: PendingLogin): OAuthAnswer {
  return refuseAtCallback(login, "access_denied", "end-user denied authorization");
}

type Callback = Pick<PendingLogin, "redirectUri" | "state">;

export function refuseAtCallback(callback: Callback, error: string, description: string): OAuthAnswer {
  return toCallback(callback, { error, error_description: description });
}

function toCallback({ redirectUri, state }: Callback, fields: Record<string, string>): OAuthAnswer {
  const query = new URLSearchParams({ ...fields, ...(state === null ? {} : { state }) });
  return redirect(`${redirectUri}${redirectUri.includes("?") ? "&" : "?"}${query}`);
}
