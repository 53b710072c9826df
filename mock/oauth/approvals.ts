/** Which users have allowed which apps to act for them, and how far. */
export interface Approvals {
  remember(userId: string, clientId: string, scopes: readonly string[]): void;
  /** What the user has allowed the app; undefined where that is nothing. */
  of(userId: string, clientId: string): ReadonlySet<string> | undefined;
}

export function createApprovals(): Approvals {
  const approved = new Map<string, Set<string>>();
  const key = (userId: string, clientId: string): string => `${userId} ${clientId}`;
  return {
    remember(userId, clientId, scopes) {
      const known = approved.get(key(userId, clientId)) ?? [];
      approved.set(key(userId, clientId), new Set([...known, ...scopes]));
    },
    of: (userId, clientId) => approved.get(key(userId, clientId)),
  };
}

/** Whether an approval covers all these scopes, so that the user need not be asked again. */
export function covers(approved: ReadonlySet<string> | undefined, scopes: readonly string[]): boolean {
  return approved !== undefined && scopes.every((scope) => approved.has(scope));
}
