import type { CallOptions } from "../../http/call-options.js";

/** How something that takes its time is waited for. */
export interface WaitOptions extends CallOptions {
  /** Milliseconds before it is first asked how far it is; each further wait is twice as long. Default: 500. */
  pollMs?: number;
  /** The longest of these waits, in milliseconds. Default: 30,000. */
  maxPollMs?: number;
  /** Milliseconds it may take; the call rejects with a TimeoutError then. Default: Infinity. */
  waitTimeout?: number;
}
