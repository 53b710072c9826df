/** What the consent page says of each scope; others go by their name. */
const WORDS: Readonly<Record<string, string>> = {
  api: "Manage user data via APIs",
  web: "Manage user data via Web browsers",
  full: "Full access",
  id: "Access the identity URL service",
  openid: "Access unique user identifiers",
  profile: "Access the profile",
  email: "Access the email address",
  address: "Access the address",
  phone: "Access the phone number",
  refresh_token: "Perform requests at any time",
  offline_access: "Perform requests at any time",
};

/** Two names for one scope. */
const REFRESH = ["refresh_token", "offline_access"];

export function scopeInWords(scope: string): string {
  const words = WORDS[scope];
  return words === undefined ? scope : `${words} (${scope})`;
}

/**
 * The scopes a request gets of an app: those it asks for, or all of the app's where it asks for none.
 * Undefined where it asks for one that the app does not have.
 */
export function grantedScopes(asked: string | null, app: readonly string[]): string[] | undefined {
  const scopes = (asked ?? "").split(/\s+/).filter((scope) => scope !== "");
  if (scopes.length === 0) return [...app];
  return scopes.every((scope) => isCovered(scope, app)) ? [...new Set(scopes)] : undefined;
}

/** `full` stands for every scope but the one of refresh tokens. */
function isCovered(scope: string, app: readonly string[]): boolean {
  if (REFRESH.includes(scope)) return givesRefreshToken(app);
  return app.includes(scope) || app.includes("full");
}

export function givesRefreshToken(scopes: readonly string[]): boolean {
  return scopes.some((scope) => REFRESH.includes(scope));
}

export function withoutRefresh(scopes: readonly string[]): string[] {
  return scopes.filter((scope) => !REFRESH.includes(scope));
}

/** Whether a session with these scopes may use the REST API. */
export function scopesAllowRest(scopes: readonly string[]): boolean {
  return scopes.includes("api") || scopes.includes("full");
}
