import { requestFault } from "../http/fault.js";
import type { OrgContext } from "../org-context.js";
import { runTest } from "./run-test.js";
import type { TestRequest } from "./test-request.js";

/** Runs tests of one class at once, and answers as `runTestsSynchronous` does. */
export function runTestsNow(context: OrgContext, { classes }: TestRequest): object {
  const [only, ...others] = classes;
  if (only === undefined || others.length > 0) {
    throw requestFault(400, "INVALID_INPUT", "Only one class can be run synchronously.");
  }
  const outcomes = only.methods.map((method) => runTest(context, only.name, method));
  const shared = { id: only.id, name: only.name, namespace: null, seeAllData: false };
  const successes = outcomes
    .filter(({ message }) => message === null)
    .map(({ method, time }) => ({ ...shared, methodName: method, time }));
  const failures = outcomes
    .filter(({ message }) => message !== null)
    .map(({ method, time, message, stackTrace }) => ({
      ...shared,
      methodName: method,
      time,
      message,
      stackTrace,
      packageName: only.name,
      type: "Class",
    }));
  return {
    apexLogId: null,
    codeCoverage: [],
    codeCoverageWarnings: [],
    failures,
    numFailures: failures.length,
    numTestsRun: outcomes.length,
    successes,
    totalTime: outcomes.reduce((sum, { time }) => sum + time, 0),
  };
}
