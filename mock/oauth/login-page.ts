import type { OrgContext } from "../org-context.js";
import { sessionCookie } from "./browser-sessions.js";
import { userByPassword } from "./login-checks.js";
import { type OAuthAnswer, redirect } from "./oauth-answer.js";
import { type OAuthCall, parameter } from "./oauth-call.js";
import { errorText, escapeHtml, hidden, page } from "./page.js";

export const LOGIN_PAGE = "/login";

/** One text for a wrong name or password, a locked and an inactive user: it must not tell which. */
const REFUSED =
  "Please check your username and password. If you still can't log in, contact your Salesforce administrator.";

/** Sends the browser to the login page, which sends it on to `startUrl`. */
export function toLogin(startUrl: string, username = ""): OAuthAnswer {
  const query = new URLSearchParams({ startURL: startUrl, ...(username === "" ? {} : { un: username }) });
  return redirect(`${LOGIN_PAGE}?${query}`);
}

/** The login page, and what its form is posted to. */
export function loginPage(call: OAuthCall, context: OrgContext): OAuthAnswer {
  if (call.method === "POST") return logIn(call, context);
  return form(call.query.get("un") ?? "", startUrlOf(call));
}

function logIn(call: OAuthCall, context: OrgContext): OAuthAnswer {
  const username = call.form.get("username") ?? "";
  const user = userByPassword(context, call.origin, {
    username,
    password: call.form.get("pw") ?? "",
    form: "alone",
  });
  if (user === undefined || !user.active) return form(username, startUrlOf(call), REFUSED);
  return redirect(startUrlOf(call), sessionCookie(context.oauth.browsers.open(user.id), call.origin));
}

/** Only paths of this org: nobody is sent elsewhere by a link to the login page. */
function startUrlOf(call: OAuthCall): string {
  const url = parameter(call, "startURL") ?? "/";
  return /^\/(?![/\\])/.test(url) ? url : "/";
}

function form(username: string, startUrl: string, error?: string): OAuthAnswer {
  return page(
    "Log in to the embedded org",
    `${error === undefined ? "" : errorText(error)}
<form id="login_form" method="post" action="${LOGIN_PAGE}">
${hidden("startURL", startUrl)}
<label for="username">Username</label>
<input type="text" id="username" name="username" value="${escapeHtml(username)}" autocomplete="username">
<label for="password">Password</label>
<input type="password" id="password" name="pw" autocomplete="current-password">
<input type="submit" id="Login" name="Login" value="Log In">
</form>`,
  );
}

/** Ends the browser's session. */
export function logOutPage(call: OAuthCall, context: OrgContext): OAuthAnswer {
  const session = context.oauth.browsers.find(call);
  if (session !== undefined) context.oauth.browsers.close(session.id);
  return redirect(LOGIN_PAGE, sessionCookie(undefined, call.origin));
}
