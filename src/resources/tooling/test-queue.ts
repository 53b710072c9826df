import type { CallOptions } from "../../http/call-options.js";
import type { Send } from "../../http/pipeline.js";
import type { WireRecord } from "../../http/schemas.js";
import { createQuery } from "../query/create-query.js";
import type { ApexTestOutcome, TestProgress } from "./apex-tests.js";
import type { ApexTestQueueItem, ApexTestResult, ApexTestRunResult } from "./schema/apex-tests.js";

type RunRow = Pick<
  ApexTestRunResult,
  "ClassesCompleted" | "ClassesEnqueued" | "MethodsCompleted" | "MethodsEnqueued" | "MethodsFailed" | "Status"
>;
type QueueRow = Pick<ApexTestQueueItem, "Id" | "Status">;
type ResultRow = Pick<
  ApexTestResult,
  "ApexClassId" | "Message" | "MethodName" | "Outcome" | "RunTime" | "StackTrace"
> & {
  readonly ApexClass: { readonly Name: string; readonly NamespacePrefix: string | null } | null;
};

/** How far a job is; undefined where Salesforce does not know of it yet. The id is one that Salesforce gave. */
export async function testProgress(
  send: Send,
  jobId: string,
  options: CallOptions,
): Promise<TestProgress | undefined> {
  const [run] = await rowsOf<RunRow>(
    send,
    "SELECT Status, ClassesCompleted, ClassesEnqueued, MethodsCompleted, MethodsEnqueued, MethodsFailed " +
      `FROM ApexTestRunResult WHERE AsyncApexJobId = '${jobId}'`,
    options,
  );
  if (run === undefined) return progressOfQueue(send, jobId, options);
  return {
    jobId,
    status: run.Status,
    classesDone: run.ClassesCompleted ?? 0,
    classes: run.ClassesEnqueued ?? 0,
    methodsDone: run.MethodsCompleted ?? undefined,
    methods: run.MethodsEnqueued ?? undefined,
    methodsFailed: run.MethodsFailed ?? undefined,
  };
}

async function progressOfQueue(
  send: Send,
  jobId: string,
  options: CallOptions,
): Promise<TestProgress | undefined> {
  const soql = `SELECT Id, Status FROM ApexTestQueueItem WHERE ParentJobId = '${jobId}'`;
  const items = await rowsOf<QueueRow>(send, soql, options);
  if (items.length === 0) return undefined;
  const ended = (status: string) => items.filter((item) => item.Status === status).length;
  const [completed, failed, aborted] = [ended("Completed"), ended("Failed"), ended("Aborted")];
  const classesDone = completed + failed + aborted;
  const atTheEnd = aborted > 0 ? "Aborted" : failed > 0 ? "Failed" : "Completed";
  return {
    jobId,
    status: classesDone === items.length ? atTheEnd : "Processing",
    classesDone,
    classes: items.length,
    methodsDone: undefined,
    methods: undefined,
    methodsFailed: undefined,
  };
}

/** What became of each test of a job, by class and method. */
export async function testResults(
  send: Send,
  jobId: string,
  options: CallOptions,
): Promise<ApexTestOutcome[]> {
  const rows = await rowsOf<ResultRow>(
    send,
    "SELECT ApexClassId, ApexClass.Name, ApexClass.NamespacePrefix, MethodName, Outcome, Message, StackTrace, RunTime " +
      `FROM ApexTestResult WHERE AsyncApexJobId = '${jobId}' ORDER BY ApexClass.Name, MethodName`,
    options,
  );
  return rows.map(({ ApexClassId, ApexClass, MethodName, Outcome, Message, StackTrace, RunTime }) => ({
    classId: ApexClassId,
    className: ApexClass?.Name ?? "",
    namespace: ApexClass?.NamespacePrefix ?? null,
    method: MethodName ?? "",
    outcome: Outcome,
    message: Message,
    stackTrace: StackTrace,
    runTimeMs: RunTime,
  }));
}

function rowsOf<Row>(send: Send, soql: string, options: CallOptions): Promise<Row[]> {
  // The query says what they hold.
  const toRows = (records: WireRecord[]) => records as unknown as Row[];
  const plan = { soql, resource: "/tooling/query", toRows } as const;
  return createQuery<Row>(plan, { send, readRecords: undefined }, options).all();
}
