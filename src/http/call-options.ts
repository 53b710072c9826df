/** Options every call takes, as its last argument. */
export interface CallOptions {
  /** Aborts the call; it then rejects with `signal.reason`. */
  signal?: AbortSignal;
  /** Milliseconds for the whole call, retries and waits included. Default: the client's `timeout`. */
  timeout?: number;
  /** Extra request headers, such as `{ "Sforce-Auto-Assign": "FALSE" }`. `Authorization` cannot be set. */
  headers?: Readonly<Record<string, string>>;
}
