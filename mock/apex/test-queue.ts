import { datetimeText } from "../dml/date-text.js";
import { modificationFields } from "../dml/defaults.js";
import type { OrgContext } from "../org-context.js";
import type { StoredRecord, Value } from "../store/table.js";
import { insertToolingRecord } from "../tooling/insert-record.js";
import { runTest } from "./run-test.js";
import type { TestRequest } from "./test-request.js";

/** An `AsyncApexJob`. */
const JOB_PREFIX = "707";

/** Puts tests into the queue, and returns the id of their job. */
export function enqueueTests(context: OrgContext, request: TestRequest): string {
  const jobId = context.ids.next(JOB_PREFIX);
  const { classes, isAll, maxFailed, skipCodeCoverage } = request;
  const runId = insertToolingRecord(context, "ApexTestRunResult", {
    AsyncApexJobId: jobId,
    UserId: context.userId,
    IsAllTests: isAll,
    Source: "Tooling API",
    StartTime: datetimeText(context.now()),
    Status: "Queued",
    ClassesEnqueued: classes.length,
    ClassesCompleted: 0,
    MethodsEnqueued: classes.reduce((sum, { methods }) => sum + methods.length, 0),
    MethodsCompleted: 0,
    MethodsFailed: 0,
    TestTime: 0,
    // The describe has no such field.
    MaxFailed: maxFailed ?? null,
  });
  for (const { id, methods } of classes) {
    insertToolingRecord(context, "ApexTestQueueItem", {
      ApexClassId: id,
      Status: "Queued",
      ParentJobId: jobId,
      TestRunResultId: runId,
      ShouldSkipCodeCoverage: skipCodeCoverage,
      // Nor this one.
      Methods: JSON.stringify(methods),
    });
  }
  return jobId;
}

/**
 * Goes on with each job by one step: a class begins, or its tests are run. An org does so in the background; this one
 * between the requests that ask how far they are.
 */
export function continueTests(context: OrgContext): void {
  for (const run of [...context.store.table("ApexTestRunResult").all()]) {
    if (run.values.EndTime === null) context.store.transaction(() => step(context, run));
  }
}

function step(context: OrgContext, run: StoredRecord): void {
  const next = itemsOf(context, run).find(isLeft);
  if (next === undefined) end(context, run);
  else if (next.values.Status === "Queued") begin(context, run, next);
  else {
    const after = runClass(context, run, next);
    if (hasFailedEnough(after)) abortQueued(context, run);
    if (!itemsOf(context, run).some(isLeft)) end(context, after);
  }
}

function isLeft({ values }: StoredRecord): boolean {
  return values.Status === "Processing" || values.Status === "Queued";
}

function begin(context: OrgContext, run: StoredRecord, item: StoredRecord): void {
  replace(context, "ApexTestQueueItem", item, { Status: "Processing" });
  replace(context, "ApexTestRunResult", run, { Status: "Processing" });
}

function hasFailedEnough({ values }: StoredRecord): boolean {
  return typeof values.MaxFailed === "number" && Number(values.MethodsFailed) > values.MaxFailed;
}

function abortQueued(context: OrgContext, run: StoredRecord): void {
  for (const item of itemsOf(context, run)) {
    if (item.values.Status === "Queued") replace(context, "ApexTestQueueItem", item, { Status: "Aborted" });
  }
}

function itemsOf({ store }: OrgContext, run: StoredRecord): StoredRecord[] {
  return [...store.table("ApexTestQueueItem").all()].filter(
    ({ values }) => values.TestRunResultId === run.id,
  );
}

/** Runs the tests of a class, and returns the run as it is then. */
function runClass(context: OrgContext, run: StoredRecord, item: StoredRecord): StoredRecord {
  const classId = String(item.values.ApexClassId);
  const className = String(context.store.table("ApexClass").get(classId)?.values.Name);
  const methods: string[] = JSON.parse(String(item.values.Methods));
  const outcomes = methods.map((method) => runTest(context, className, method));
  for (const { method, message, stackTrace, time } of outcomes) {
    insertToolingRecord(context, "ApexTestResult", {
      QueueItemId: item.id,
      AsyncApexJobId: String(item.values.ParentJobId),
      ApexTestRunResultId: run.id,
      ApexClassId: classId,
      MethodName: method,
      Outcome: message === null ? "Pass" : "Fail",
      Message: message,
      StackTrace: stackTrace,
      RunTime: time,
      TestTimestamp: datetimeText(context.now()),
    });
  }
  const failed = outcomes.filter(({ message }) => message !== null).length;
  const add = (name: string, more: number) => Number(run.values[name]) + more;
  replace(context, "ApexTestQueueItem", item, {
    Status: "Completed",
    ExtendedStatus: `(${outcomes.length - failed}/${outcomes.length})`,
  });
  replace(context, "ApexTestRunResult", run, {
    ClassesCompleted: add("ClassesCompleted", 1),
    MethodsCompleted: add("MethodsCompleted", outcomes.length),
    MethodsFailed: add("MethodsFailed", failed),
    TestTime: add(
      "TestTime",
      outcomes.reduce((sum, { time }) => sum + time, 0),
    ),
  });
  return context.store.table("ApexTestRunResult").get(run.id) ?? run;
}

function end(context: OrgContext, run: StoredRecord): void {
  const isAborted = itemsOf(context, run).some(({ values }) => values.Status === "Aborted");
  const Status = isAborted ? "Aborted" : "Completed";
  replace(context, "ApexTestRunResult", run, { Status, EndTime: datetimeText(context.now()) });
}

function replace(
  context: OrgContext,
  objectName: string,
  record: StoredRecord,
  values: Record<string, Value>,
): void {
  context.store.replace(objectName, record, { ...values, ...modificationFields(context) });
}
