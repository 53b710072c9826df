import { poll } from "../../async/poll.js";
import { DecodeError, TimeoutError } from "../../errors.js";
import { type Operation, operation } from "../../http/operation.js";
import type { Send } from "../../http/pipeline.js";
import { atLeast, checkTimeout } from "../../settings/settings.js";
import type {
  ApexTestOutcome,
  ApexTestReport,
  ApexTestRun,
  QueuedTestOptions,
  SynchronousTestRun,
  TestProgress,
  TestRunOptions,
  TestsOfClass,
  TestsToRun,
} from "./apex-tests.js";
import { testProgress, testResults } from "./test-queue.js";
import { classBody, type TestsBody, testsBody } from "./tests-to-run.js";

/** Puts tests into the queue, waits for their end, and reads what became of them. */
export async function runTests(
  send: Send,
  tests: TestsToRun,
  options: QueuedTestOptions = {},
): Promise<ApexTestRun> {
  const { pollMs = 500, maxPollMs, testTimeout = Number.POSITIVE_INFINITY, onProgress, ...rest } = options;
  const { maxFailedTests: _, skipCodeCoverage: __, ...call } = rest;
  const firstDelayMs = atLeast(0, pollMs, "pollMs");
  const waits = { firstDelayMs, maxDelayMs: atLeast(0, maxPollMs ?? Math.max(10_000, pollMs), "maxPollMs") };
  const timeoutMs = checkTimeout(testTimeout, "testTimeout");
  const jobId = await send(enqueueTests(testsBody(tests, rest)), call);
  const timeoutError = () =>
    new TimeoutError(`The tests of job ${jobId} have not ended within ${timeoutMs} ms.`, timeoutMs, {
      hint: "They go on. Give a longer `testTimeout`, in milliseconds, or none.",
    });
  return poll({ ...waits, signal: call.signal, timeoutMs, timeoutError }, async (signal) => {
    const asked = { ...call, signal };
    const progress = await testProgress(send, jobId, asked);
    if (progress === undefined) return undefined;
    onProgress?.(progress);
    return hasEnded(progress) ? testRun(progress, await testResults(send, jobId, asked)) : undefined;
  });
}

/** Runs tests of one class while the call waits. */
export async function runTestsSynchronous(
  send: Send,
  tests: TestsOfClass,
  options: TestRunOptions = {},
): Promise<SynchronousTestRun> {
  const { maxFailedTests: _, skipCodeCoverage: __, ...call } = options;
  return send(runAtOnce(classBody(tests, options)), call);
}

function hasEnded({ status }: TestProgress): boolean {
  return status === "Completed" || status === "Failed" || status === "Aborted";
}

function testRun({ jobId, status }: TestProgress, tests: readonly ApexTestOutcome[]): ApexTestRun {
  const report = reportOf(tests);
  return { jobId, status, ...report, passed: report.passed && status === "Completed" };
}

function reportOf(tests: readonly ApexTestOutcome[]): ApexTestReport {
  const failures = tests.filter(({ outcome }) => outcome !== "Pass" && outcome !== "Skip");
  return { passed: failures.length === 0, tests, failures };
}

/** `POST /tooling/runTestsAsynchronous`. */
function enqueueTests(body: TestsBody): Operation<string> {
  return operation("post", "/tooling/runTestsAsynchronous", { body }, (id: unknown) => {
    if (typeof id === "string" && /^[a-zA-Z0-9]{15,18}$/.test(id)) return id;
    throw new DecodeError("decode.tests", "Salesforce did not answer with the id of a test job.", {
      hint: "Whether the tests wait is not known: see ApexTestQueueItem.",
    });
  });
}

/** `POST /tooling/runTestsSynchronous`. */
function runAtOnce(body: TestsBody): Operation<SynchronousTestRun> {
  return operation("post", "/tooling/runTestsSynchronous", { body }, (answer) => {
    const { successes, failures, apexLogId } = answer;
    if (!Array.isArray(successes) || !Array.isArray(failures)) {
      throw new DecodeError("decode.tests", "Salesforce did not answer what became of the tests.");
    }
    const outcome =
      (of: "Fail" | "Pass") =>
      ({ id, name, namespace, methodName, time, message, stackTrace }: (typeof failures)[number]) => ({
        classId: id,
        className: name,
        namespace,
        method: methodName,
        outcome: of,
        message: message ?? null,
        stackTrace: stackTrace ?? null,
        runTimeMs: time,
      });
    const tests = [...successes.map(outcome("Pass")), ...failures.map(outcome("Fail"))];
    return { ...reportOf(tests.sort(byName)), logId: apexLogId ?? undefined };
  });
}

function byName(a: ApexTestOutcome, b: ApexTestOutcome): number {
  const [nameOfA, nameOfB] = [a, b].map(({ className, method }) => `${className}.${method}`);
  return (nameOfA ?? "") < (nameOfB ?? "") ? -1 : 1;
}
