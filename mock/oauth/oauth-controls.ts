import { SettingsError } from "../../src/errors.js";
import type { OrgContext } from "../org-context.js";
import type { AppSettings, ConnectedApp } from "./connected-apps.js";
import type { TokenHandler } from "./oauth-state.js";
import type { OAuthPolicies } from "./policies.js";
import type { HtmlOptions, RefusalOptions } from "./token-faults.js";
import { findUser } from "./users.js";

/** The org's logins, for a test to set. What was asked of them is in `org.requests`. */
export interface OAuthControls {
  /** Change one at any time: `org.oauth.policies.rotateRefreshTokens = true`. */
  readonly policies: OAuthPolicies;
  /** The app of `org.credentials`. */
  readonly app: ConnectedApp;
  /** Adds an app; what is not given is made up. */
  registerApp(settings?: AppSettings): ConnectedApp;
  /**
   * Gives a user a password and a security token: by default an empty one.
   * @throws SettingsError where the org has no user of that name
   */
  setPassword(username: string, password: string, securityToken?: string): void;
  /**
   * Approves an app for a user, as if they had pressed Allow. Default: `app`, with all its scopes.
   * @throws SettingsError where the org has no user of that name
   */
  approve(username: string, app?: ConnectedApp): void;
  /**
   * An access token of a user, as if they had logged in through `app`.
   * @throws SettingsError where the org has no user of that name
   */
  openSession(username: string): string;
  /** Refuses the next token requests with an OAuth error. */
  refuseNext(error: string, options?: RefusalOptions): void;
  /** Answers the next token requests with a page of HTML, as during maintenance. */
  answerHtmlNext(options?: HtmlOptions): void;
  /** Handles token exchanges that name this `token_handler`; an empty name is for those that name none. */
  setTokenHandler(name: string, handler: TokenHandler): void;
}

export function createOAuthControls(context: OrgContext): OAuthControls {
  const { policies, apps, passwords, approvals, faults, sessions, tokenHandlers } = context.oauth;
  const userId = (username: string): string => {
    const user = findUser(context, username);
    if (user === undefined) {
      throw new SettingsError("settings.username", `The org has no user ${JSON.stringify(username)}.`, {
        hint: "Create a User record of that username first.",
      });
    }
    return user.id;
  };
  return {
    policies,
    app: apps.first,
    registerApp: (settings = {}) => apps.register(settings),
    setPassword: (username, password, securityToken = "") =>
      passwords.set(userId(username), password, securityToken),
    approve: (username, app = apps.first) => approvals.remember(userId(username), app.clientId, app.scopes),
    openSession: (username) => {
      const { clientId, scopes } = apps.first;
      return sessions.open({ userId: userId(username), clientId, scopes }).token;
    },
    refuseNext: faults.refuseNext,
    answerHtmlNext: faults.answerHtmlNext,
    setTokenHandler: (name, handler) => void tokenHandlers.set(name, handler),
  };
}
