import type { ApexOutcome } from "./anonymous-apex.js";

/** What is answered by REST and SOAP alike. */
export interface AnonymousApexResult {
  readonly success: boolean;
  readonly compiled: boolean;
  readonly line: number;
  readonly column: number;
  readonly compileProblem: string | null;
  readonly exceptionMessage: string | null;
  readonly exceptionStackTrace: string | null;
}

/** What an answer says became of the code. */
export function outcomeOf(result: AnonymousApexResult, log?: string): ApexOutcome {
  const { success, compiled, line, column, compileProblem, exceptionMessage, exceptionStackTrace } = result;
  if (success) return { success, compiled: true, log };
  const place = { line, column, log };
  if (!compiled) {
    const message = compileProblem ?? "The compiler gave no reason.";
    return { success, compiled, ...place, message, stackTrace: undefined };
  }
  const message = exceptionMessage ?? "The exception has no message.";
  return { success, compiled, ...place, message, stackTrace: exceptionStackTrace ?? undefined };
}
