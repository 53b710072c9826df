/**
 * Keeps logins that have begun until the browser comes back. Where visitors of a web page log in, keep each in
 * the session of its visitor: a callback must come to the browser that began the login.
 */
export interface PendingLoginStore {
  /**
   * Keeps a value that is secret.
   *
   * @param state names the login
   * @param ttlMs milliseconds after which the value may go
   */
  put(state: string, value: string, ttlMs: number): Promise<void>;
  /** Gives a value and removes it, so that nobody gets it twice; undefined where there is none. */
  take(state: string): Promise<string | undefined>;
}

/** Logins of this process, for one person at a time. */
export function memoryPendingLogins(): PendingLoginStore {
  const logins = new Map<string, { readonly value: string; readonly until: number }>();
  return {
    async put(state, value, ttlMs) {
      const now = Date.now();
      for (const [key, { until }] of logins) if (until <= now) logins.delete(key);
      logins.set(state, { value, until: now + ttlMs });
    },
    async take(state) {
      const login = logins.get(state);
      logins.delete(state);
      return login?.value;
    },
  };
}
