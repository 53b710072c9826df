/** Code that does not compile. Places are counted from 1. */
export interface ApexCompileProblem {
  readonly compileProblem: string;
  /** Default: 1. */
  readonly line?: number;
  /** Default: 1. */
  readonly column?: number;
}

/**
 * Stands for the Apex run time: gets the code of `executeAnonymous` and returns the debug log, why the code does not
 * compile, or nothing. What it throws is the exception that ends the code; what it wrote before is undone then.
 */
export type AnonymousApexHandler = (code: string) => string | ApexCompileProblem | undefined;

/**
 * Apex tests by class and method: functions, of which one that throws is a test that fails. What they write is
 * undone. The classes are in the org from its first day.
 */
export type ApexTestHandlers = Readonly<Record<string, Readonly<Record<string, () => void>>>>;

/** What stands for Apex in the org. */
export interface ApexRuntime {
  readonly anonymous: AnonymousApexHandler | undefined;
  readonly tests: ApexTestHandlers;
}
