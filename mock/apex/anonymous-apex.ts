import type { OrgContext } from "../org-context.js";
import type { AnonymousApexHandler, ApexCompileProblem } from "./apex-handlers.js";
import { keepLog } from "./apex-log.js";
import { noApex } from "./no-apex.js";

/** What became of code, as REST answers it. */
export interface AnonymousApexResult {
  readonly line: number;
  readonly column: number;
  readonly compiled: boolean;
  readonly success: boolean;
  readonly compileProblem: string | null;
  readonly exceptionStackTrace: string | null;
  readonly exceptionMessage: string | null;
}

const FINE: AnonymousApexResult = {
  line: -1,
  column: -1,
  compiled: true,
  success: true,
  compileProblem: null,
  exceptionStackTrace: null,
  exceptionMessage: null,
};

/** Runs code by the function that stands for Apex. Throws a refusal where there is none. */
export function runAnonymous(
  context: OrgContext,
  code: string,
  operation: string,
): { result: AnonymousApexResult; log: string } {
  const { anonymous } = context.apex;
  if (anonymous === undefined) throw noApex("anonymousApex");
  const run = context.store.transaction(
    () => outcomeOf(anonymous, code),
    ({ result }) => result.success,
  );
  if (run.result.compiled) keepLog(context, { operation, text: run.log, status: statusOf(run.result) });
  return run;
}

function outcomeOf(handler: AnonymousApexHandler, code: string) {
  try {
    const given = handler(code);
    if (typeof given === "object") return { result: notCompiled(given), log: "" };
    return { result: FINE, log: given ?? "" };
  } catch (error) {
    const exceptionMessage = error instanceof Error ? error.message : String(error);
    const place = { line: 1, column: 1, exceptionStackTrace: "AnonymousBlock: line 1, column 1" };
    return { result: { ...FINE, ...place, success: false, exceptionMessage }, log: "" };
  }
}

function notCompiled({ compileProblem, line = 1, column = 1 }: ApexCompileProblem): AnonymousApexResult {
  return { ...FINE, line, column, compiled: false, success: false, compileProblem };
}

function statusOf({ success, exceptionMessage }: AnonymousApexResult): string {
  return success ? "Success" : (exceptionMessage ?? "").slice(0, 255);
}
