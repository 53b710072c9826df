import type { OrgContext } from "../org-context.js";
import { keepLog } from "./apex-log.js";

/** What became of one test. */
export interface TestOutcome {
  readonly method: string;
  readonly message: string | null;
  readonly stackTrace: string | null;
  /** Milliseconds. */
  readonly time: number;
}

/** Runs a test by the function that stands for it. What it wrote is undone, as Salesforce does. */
export function runTest(context: OrgContext, className: string, method: string): TestOutcome {
  const began = performance.now();
  const failure = context.store.transaction(
    () => failureOf(() => context.apex.tests[className]?.[method]?.()),
    () => false,
  );
  const time = Math.ceil(performance.now() - began);
  keepLog(context, {
    operation: `${className}.${method}`,
    text: "",
    status: failure?.slice(0, 255) ?? "Success",
  });
  if (failure === undefined) return { method, message: null, stackTrace: null, time };
  return { method, message: failure, stackTrace: `Class.${className}.${method}: line 1, column 1`, time };
}

function failureOf(test: () => void): string | undefined {
  try {
    test();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
