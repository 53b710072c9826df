import type { OrgContext } from "../org-context.js";
import type { BrowserSession } from "./browser-sessions.js";
import type { ConnectedApp } from "./connected-apps.js";
import { allow, deny, isApproved } from "./login-decision.js";
import { toLogin } from "./login-page.js";
import type { OAuthAnswer } from "./oauth-answer.js";
import { type OAuthCall, parameter } from "./oauth-call.js";
import { errorText, escapeHtml, hidden, page } from "./page.js";
import { scopeInWords } from "./scopes.js";

export const CONSENT_PAGE = "/setup/secur/RemoteAccessAuthorizationPage.apexp";

/** The consent page of an authorize request that waits. */
export function consentUrl(source: string): string {
  return `${CONSENT_PAGE}?${new URLSearchParams({ source })}`;
}

/** The page that asks the user to allow the app, and what its form is posted to. */
export function consentPage(call: OAuthCall, context: OrgContext): OAuthAnswer {
  const { pending, browsers } = context.oauth;
  const source = parameter(call, "source") ?? "";
  const login = pending.find(source);
  if (login === undefined) return page("Allow access?", errorText("This login is over: start again."), 400);
  const session = browsers.find(call);
  if (session === undefined || session.id === login.staleSession) return toLogin(consentUrl(source));

  const decision = call.method === "POST" ? decisionOf(call, session) : undefined;
  const allowed = isApproved(login, session.userId, context) || decision === "allow";
  if (!allowed && decision === undefined) {
    return askForConsent(login.app, login.scopes, CONSENT_PAGE, { source, formKey: session.formKey });
  }
  pending.remove(source);
  return allowed ? allow(login, session.userId, context) : deny(login);
}

/** What the user has pressed; undefined where the form is not one this session was shown. */
export function decisionOf(call: OAuthCall, session: BrowserSession): "allow" | "deny" | undefined {
  if (call.form.get("formKey") !== session.formKey) return undefined;
  return call.form.has("save") ? "allow" : "deny";
}

/** A page with the buttons Allow and Deny. */
export function askForConsent(
  app: ConnectedApp,
  scopes: readonly string[],
  action: string,
  fields: Readonly<Record<string, string>>,
): OAuthAnswer {
  const items = scopes.map((scope) => `<li>${escapeHtml(scopeInWords(scope))}</li>`);
  const hiddenFields = Object.entries(fields).map(([name, value]) => hidden(name, value));
  return page(
    "Allow access?",
    `<p>${escapeHtml(app.name)} is asking to:</p>
<ul>${items.join("")}</ul>
<form id="editPage" method="post" action="${action}">
${hiddenFields.join("\n")}
<input type="submit" id="oadeny" name="cancel" value="Deny">
<input type="submit" id="oaapprove" name="save" value="Allow">
</form>`,
  );
}
