import type { OrgContext } from "../org-context.js";
import { isSharedHost } from "./hosts.js";
import { OAuthFault } from "./oauth-fault.js";
import type { PasswordForm } from "./passwords.js";
import { findUser, getUser, type LoginUser } from "./users.js";

/** The user behind a username and password; undefined where they do not fit, or the host is not allowed. */
export function userByPassword(
  context: OrgContext,
  origin: string,
  login: { username: string; password: string; form: PasswordForm },
): LoginUser | undefined {
  if (!allowsHost(context, origin)) return undefined;
  const user = findUser(context, login.username);
  if (user === undefined) return undefined;
  return context.oauth.passwords.check(user.id, login.password, login.form) ? user : undefined;
}

/** Whether users may log in at this host. */
export function allowsHost(context: OrgContext, origin: string): boolean {
  return context.oauth.policies.sharedHosts || !isSharedHost(origin);
}

/** The user, as long as they are active. */
export function requireActive(context: OrgContext, userId: string): LoginUser {
  const user = getUser(context, userId);
  if (user === undefined || !user.active) throw new OAuthFault("invalid_grant", "inactive user");
  return user;
}
