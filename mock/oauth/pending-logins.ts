import type { ConnectedApp } from "./connected-apps.js";
import { randomText } from "./random-text.js";

/** An authorize request that waits for its user to log in and to allow the app. */
export interface PendingLogin {
  readonly app: ConnectedApp;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly state: string | null;
  readonly codeChallenge: string | null;
  readonly nonce: string | null;
  /** Asked for even where the user has allowed the app before. */
  readonly needsConsent: boolean;
  /** The browser session that will not do, because a new login was asked for. */
  readonly staleSession: string | undefined;
}

export interface PendingLogins {
  /** Keeps a request and gives the name the pages carry along. */
  add(login: PendingLogin): string;
  find(source: string): PendingLogin | undefined;
  remove(source: string): void;
}

export function createPendingLogins(): PendingLogins {
  const logins = new Map<string, PendingLogin>();
  return {
    add(login) {
      const source = `CAAA${randomText(60)}`;
      logins.set(source, login);
      return source;
    },
    find: (source) => logins.get(source),
    remove: (source) => void logins.delete(source),
  };
}
