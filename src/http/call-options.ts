/** Options every call takes, as its last argument. */
export interface CallOptions {
  /** Aborts the call; it then rejects with `signal.reason`. */
  signal?: AbortSignal;
  /**
   * Milliseconds for each request of the call, retries and waits included: a call of several requests (pages,
   * collections) has them for each. To bound the whole, give `AbortSignal.timeout(ms)` as the signal.
   * Default: the client's `timeout`.
   */
  timeout?: number;
  /** Extra request headers, such as `{ "Sforce-Auto-Assign": "FALSE" }`. `Authorization` cannot be set. */
  headers?: Readonly<Record<string, string>>;
}
