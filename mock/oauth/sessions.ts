import { createToken } from "./credentials.js";
import type { OAuthPolicies } from "./policies.js";

/** What a login gives: whose session it is, by which app, and what it may do. */
export interface SessionGrant {
  readonly userId: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** The refresh token family it lives and dies with. */
  readonly family?: string | undefined;
}

export interface Session extends SessionGrant {
  readonly token: string;
  /** Milliseconds since 1970, as is `lastUsed`. */
  readonly openedAt: number;
  lastUsed: number;
  /** Does not time out. */
  readonly lasting: boolean;
}

/** The access tokens that are alive. Times are those of the org's clock. */
export interface Sessions {
  open(grant: SessionGrant): Session;
  /** The session of a token, or undefined where it has ended. Does not count as use. */
  find(token: string): Session | undefined;
  /** As `find`, and puts the session's end off. */
  use(token: string): Session | undefined;
  /** When an unused session ends: milliseconds since 1970. */
  endOf(session: Session): number;
  close(token: string): void;
  closeFamily(family: string): void;
  /** Ends every session opened so far. */
  expireAll(): void;
}

export interface SessionsSetup {
  readonly organizationId: string;
  readonly policies: OAuthPolicies;
  readonly now: () => Date;
  /** The session that is there from the start. */
  readonly first: SessionGrant & { readonly token: string };
}

export function createSessions({ organizationId, policies, now, first }: SessionsSetup): Sessions {
  const sessions = new Map<string, Session>();
  const add = (grant: SessionGrant, token: string, lasting: boolean): Session => {
    const time = now().getTime();
    const session = { ...grant, token, openedAt: time, lastUsed: time, lasting };
    sessions.set(token, session);
    return session;
  };
  add(first, first.token, true);
  const endOf = (session: Session): number =>
    (session.lasting ? now().getTime() : session.lastUsed) + policies.sessionTimeoutMs;
  const find = (token: string): Session | undefined => {
    const session = sessions.get(token);
    if (session === undefined || endOf(session) >= now().getTime()) return session;
    sessions.delete(token);
    return undefined;
  };
  return {
    open: (grant) => add(grant, createToken(organizationId), false),
    find,
    use(token) {
      const session = find(token);
      if (session !== undefined) session.lastUsed = now().getTime();
      return session;
    },
    endOf,
    close: (token) => void sessions.delete(token),
    closeFamily(family) {
      for (const session of sessions.values()) {
        if (session.family === family) sessions.delete(session.token);
      }
    },
    expireAll: () => sessions.clear(),
  };
}
