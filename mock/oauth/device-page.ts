import type { OrgContext } from "../org-context.js";
import { askForConsent, decisionOf } from "./consent-page.js";
import { DEVICE_PAGE } from "./device.js";
import { toLogin } from "./login-page.js";
import type { OAuthAnswer } from "./oauth-answer.js";
import { type OAuthCall, parameter } from "./oauth-call.js";
import { errorText, escapeHtml, page } from "./page.js";

/** Where a user enters the code their device shows, and allows it to log in as them. */
export function devicePage(call: OAuthCall, context: OrgContext): OAuthAnswer {
  const session = context.oauth.browsers.find(call);
  const userCode = parameter(call, "user_code") ?? "";
  if (session === undefined) return toLogin(`${DEVICE_PAGE}?${new URLSearchParams({ user_code: userCode })}`);
  if (call.method !== "POST") return form(userCode);

  const login = context.oauth.devices.byUserCode(userCode);
  const app = context.oauth.apps.find(login?.clientId ?? null);
  if (login === undefined || app === undefined)
    return form(userCode, "This code is not valid, or no longer.");
  const decision = decisionOf(call, session);
  if (decision === undefined) {
    const fields = { user_code: login.userCode, formKey: session.formKey };
    return askForConsent(app, login.scopes, DEVICE_PAGE, fields);
  }
  if (decision === "deny") {
    login.decision = "denied";
    return page("Connection refused", "<p>The device was not connected.</p>");
  }
  login.decision = { userId: session.userId };
  context.oauth.approvals.remember(session.userId, app.clientId, login.scopes);
  return page("You're connected", "<p>The device can go on. You can close this page.</p>");
}

function form(userCode: string, error?: string): OAuthAnswer {
  return page(
    "Connect a device",
    `${error === undefined ? "" : errorText(error)}
<form id="connect_form" method="post" action="${DEVICE_PAGE}">
<label for="user_code">Code</label>
<input type="text" id="user_code" name="user_code" value="${escapeHtml(userCode)}" autocomplete="off">
<input type="submit" id="connect" value="Connect">
</form>`,
  );
}
