import { cookie, type OAuthCall } from "./oauth-call.js";
import type { OAuthPolicies } from "./policies.js";
import { randomText } from "./random-text.js";

/** A user logged in with a browser. */
export interface BrowserSession {
  readonly id: string;
  readonly userId: string;
  /** What forms carry, so that no other site can post them. */
  readonly formKey: string;
  /** Milliseconds since 1970. */
  lastUsed: number;
}

export interface BrowserSessions {
  open(userId: string): BrowserSession;
  /** The session of the request's cookie. */
  find(call: OAuthCall): BrowserSession | undefined;
  close(id: string): void;
}

const COOKIE = "sid";

export function createBrowserSessions(policies: OAuthPolicies, now: () => Date): BrowserSessions {
  const sessions = new Map<string, BrowserSession>();
  return {
    open(userId) {
      const session = {
        id: randomText(40),
        userId,
        formKey: randomText(24),
        lastUsed: now().getTime(),
      };
      sessions.set(session.id, session);
      return session;
    },
    find(call) {
      const session = sessions.get(cookie(call, COOKIE) ?? "");
      const time = now().getTime();
      if (session === undefined || time > session.lastUsed + policies.sessionTimeoutMs) return undefined;
      session.lastUsed = time;
      return session;
    },
    close: (id) => void sessions.delete(id),
  };
}

/** The header that gives a browser its session; that takes it away where there is none. */
export function sessionCookie(session: BrowserSession | undefined, origin: string): Record<string, string> {
  const value = session === undefined ? `${COOKIE}=; Max-Age=0` : `${COOKIE}=${session.id}`;
  const secure = origin.startsWith("https:") ? "; Secure" : "";
  return { "Set-Cookie": `${value}; Path=/; HttpOnly; SameSite=Lax${secure}` };
}
