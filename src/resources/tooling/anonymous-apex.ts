import type { CallOptions } from "../../http/call-options.js";

/** What a debug log tells of. */
export type LogCategory =
  | "All"
  | "Apex_code"
  | "Apex_profiling"
  | "Callout"
  | "Db"
  | "Nba"
  | "System"
  | "Validation"
  | "Visualforce"
  | "Wave"
  | "Workflow";

/** How much it tells, from nothing to everything. */
export type LogCategoryLevel = "None" | "Error" | "Warn" | "Info" | "Debug" | "Fine" | "Finer" | "Finest";

export interface AnonymousApexOptions extends CallOptions {
  /**
   * True for the debug log of the run, or what is to be in it: `{ Apex_code: "Finest" }`. Such code is sent by SOAP,
   * which alone answers with the log. Default: false.
   */
  log?: boolean | Readonly<Partial<Record<LogCategory, LogCategoryLevel>>>;
}

/** What code that ran to its end leaves. */
export interface ApexRun {
  /** The debug log, where it was asked for. */
  readonly log: string | undefined;
}

/** What became of code: look at `success`, then at `compiled`. */
export type ApexOutcome =
  | ({ readonly success: true; readonly compiled: true } & ApexRun)
  | ({ readonly success: false; readonly compiled: false } & ApexFailure)
  | ({ readonly success: false; readonly compiled: true } & ApexFailure);

interface ApexFailure extends ApexRun {
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
  /** What the compiler or the exception says. */
  readonly message: string;
  /** Undefined where the code did not compile. */
  readonly stackTrace: string | undefined;
}

/** Runs Apex code. */
export interface ExecuteAnonymous {
  /** Gives what became of it, whatever that is. */
  (code: string, options: AnonymousApexOptions & { as: "outcome" }): Promise<ApexOutcome>;
  /** @throws ApexError where it does not compile, or an exception ends it: nothing was written then */
  (code: string, options?: AnonymousApexOptions & { as?: "run" }): Promise<ApexRun>;
}
