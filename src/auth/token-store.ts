/**
 * Keeps the tokens of logins, so that programs which run again, or several at once, share them. A store keeps
 * texts; what stands in them is the session's business.
 */
export interface TokenStore {
  /** The text kept under a key; undefined where there is none. */
  get(key: string): Promise<string | undefined>;
  /**
   * Puts `next` in the place of `expected`, in one step that nobody can come between; undefined stands for
   * nothing. False, and nothing is changed, where something other than `expected` stands there.
   */
  compareAndSet(key: string, expected: string | undefined, next: string | undefined): Promise<boolean>;
  /**
   * Does work while nobody else holds the lock of the key, in this process or another. A lock whose holder
   * has died is given up after a while.
   */
  lock<T>(key: string, signal: AbortSignal, work: () => Promise<T>): Promise<T>;
}
