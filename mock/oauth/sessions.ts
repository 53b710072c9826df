import { createToken } from "../org-options.js";

/** The access tokens that are alive. */
export interface Sessions {
  /** A new access token. */
  open(): string;
  isOpen(token: string): boolean;
  /** Ends every session opened so far. */
  expireAll(): void;
}

export function createSessions(organizationId: string, first: string): Sessions {
  const open = new Set([first]);
  return {
    open() {
      const token = createToken(organizationId);
      open.add(token);
      return token;
    },
    isOpen: (token) => open.has(token),
    expireAll: () => open.clear(),
  };
}
