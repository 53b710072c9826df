import type { ConnectedApp } from "./connected-apps.js";
import type { OAuthPolicies } from "./policies.js";

const LOOPBACK = ["127.0.0.1", "[::1]", "localhost"];

/** Whether an app may be called back at this address. */
export function isRegistered(redirectUri: string, app: ConnectedApp, policies: OAuthPolicies): boolean {
  if (app.callbackUrls.includes(redirectUri)) return true;
  if (!policies.anyLoopbackPort) return false;
  const asked = withoutLoopbackPort(redirectUri);
  return asked !== undefined && app.callbackUrls.some((url) => withoutLoopbackPort(url) === asked);
}

function withoutLoopbackPort(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== "http:" || !LOOPBACK.includes(url.hostname)) return undefined;
  url.port = "";
  return url.href;
}
