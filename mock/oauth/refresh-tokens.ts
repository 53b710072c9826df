import { randomText } from "./random-text.js";
import type { SessionGrant, Sessions } from "./sessions.js";

/** A refresh token with those that took its place: one login of one user through one app. */
export interface RefreshFamily extends SessionGrant {
  readonly family: string;
  /** The token that works. */
  current: string;
  /** Milliseconds since 1970. */
  readonly issuedAt: number;
}

export interface RefreshTokens {
  /** A new family. A user's sixth for one app ends the oldest. */
  issue(grant: SessionGrant): RefreshFamily;
  /**
   * The family whose current token this is. A token that was rotated out and comes back is taken for
   * stolen: its family is ended.
   */
  take(token: string): RefreshFamily | undefined;
  find(token: string): RefreshFamily | undefined;
  rotate(family: RefreshFamily): void;
  /** Ends a family, its access tokens included. */
  revoke(family: RefreshFamily): void;
}

const MOST_OF_A_USER = 5;

export const REFRESH_TOKEN_PREFIX = "5Aep861";

export function createRefreshTokens(sessions: Sessions, now: () => Date): RefreshTokens {
  /** Rotated-out tokens lead to their family too. */
  const families = new Map<string, RefreshFamily>();
  const live = new Set<RefreshFamily>();

  const revoke = (family: RefreshFamily): void => {
    live.delete(family);
    sessions.closeFamily(family.family);
  };
  const endOldest = (grant: SessionGrant): void => {
    const own = [...live].filter(
      (family) => family.userId === grant.userId && family.clientId === grant.clientId,
    );
    for (const family of own.slice(0, Math.max(0, own.length - MOST_OF_A_USER + 1))) revoke(family);
  };
  const find = (token: string): RefreshFamily | undefined => {
    const family = families.get(token);
    return family !== undefined && live.has(family) && family.current === token ? family : undefined;
  };
  const newToken = (family: RefreshFamily): void => {
    family.current = REFRESH_TOKEN_PREFIX + randomText(80);
    families.set(family.current, family);
  };
  return {
    issue(grant) {
      endOldest(grant);
      const family = { ...grant, family: randomText(16), current: "", issuedAt: now().getTime() };
      newToken(family);
      live.add(family);
      return family;
    },
    take(token) {
      const family = families.get(token);
      if (family !== undefined && family.current !== token) revoke(family);
      return find(token);
    },
    find,
    rotate: newToken,
    revoke,
  };
}
