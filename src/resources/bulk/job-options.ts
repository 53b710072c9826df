import type { CallOptions } from "../../http/call-options.js";
import type { RetryOptions } from "../../settings/settings.js";

/** How jobs are waited for. */
export interface JobOptions extends CallOptions {
  /** Milliseconds before a job is first asked how far it is; each further wait is twice as long. Default: 500. */
  pollMs?: number;
  /** The longest of these waits, in milliseconds. Default: 30,000. */
  maxPollMs?: number;
  /**
   * Milliseconds a job may take; it is aborted then, and the call rejects with a TimeoutError.
   * Default: Infinity, since Salesforce ends jobs by itself.
   */
  jobTimeout?: number;
  /** Whether jobs are deleted when all is done with them. Default: false; Salesforce deletes them after 7 days. */
  deleteJobs?: boolean;
  /** How what failed in passing is done again; see the method. */
  retry?: RetryOptions;
}

/** Options that were left out have their default. */
export interface JobSettings {
  readonly call: CallOptions;
  readonly pollMs: number;
  readonly maxPollMs: number;
  readonly jobTimeoutMs: number;
  readonly deleteJobs: boolean;
  readonly retry: { readonly times: number; readonly firstDelayMs: number; readonly maxDelayMs: number };
}
