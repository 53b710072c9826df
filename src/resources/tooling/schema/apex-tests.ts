import type { DateTimeString, Id, OpenPicklist } from "../../../schema/brand.js";
import type { ReadOnlyDef, SystemFields, WritableDef } from "./object-def.js";

export type TestRunStatus = OpenPicklist<
  "Aborted" | "Completed" | "Failed" | "Preparing" | "Processing" | "Queued"
>;

/** A class whose tests wait, or were run. `Status` can be set to `"Aborted"`. */
export interface ApexTestQueueItem extends SystemFields<"ApexTestQueueItem"> {
  ApexClassId: Id<"ApexClass">;
  /** How many tests passed, as `"(3/4)"`, or why it failed. */
  ExtendedStatus: string | null;
  ParentJobId: Id<"AsyncApexJob"> | null;
  ShouldSkipCodeCoverage: boolean;
  Status: TestRunStatus | "Holding";
  TestRunResultId: Id<"ApexTestRunResult"> | null;
}

/** What became of one test method. */
export interface ApexTestResult {
  Id: Id<"ApexTestResult">;
  ApexClassId: Id<"ApexClass">;
  ApexLogId: Id<"ApexLog"> | null;
  ApexTestRunResultId: Id<"ApexTestRunResult"> | null;
  AsyncApexJobId: Id<"AsyncApexJob"> | null;
  IsTestSetup: boolean;
  /** What the exception or the compiler said; null of a test that passed. */
  Message: string | null;
  MethodName: string | null;
  Outcome: OpenPicklist<"CompileFail" | "Fail" | "Pass" | "Skip">;
  QueueItemId: Id<"ApexTestQueueItem"> | null;
  /** Milliseconds. */
  RunTime: number | null;
  StackTrace: string | null;
  SystemModstamp: DateTimeString;
  TestTimestamp: DateTimeString;
}

/** A run of tests as a whole. */
export interface ApexTestRunResult extends SystemFields<"ApexTestRunResult"> {
  AsyncApexJobId: Id<"AsyncApexJob">;
  ClassesCompleted: number | null;
  ClassesEnqueued: number | null;
  EndTime: DateTimeString | null;
  IsAllTests: boolean;
  JobName: string | null;
  MethodsCompleted: number | null;
  MethodsEnqueued: number | null;
  MethodsFailed: number | null;
  Source: string | null;
  StartTime: DateTimeString | null;
  Status: TestRunStatus;
  /** Milliseconds. */
  TestTime: number | null;
  UserId: Id<"User">;
}

/** A named set of test classes. */
export interface ApexTestSuite extends SystemFields<"ApexTestSuite"> {
  TestSuiteName: string;
}

/** A class of a set. */
export interface TestSuiteMembership extends SystemFields<"TestSuiteMembership"> {
  ApexClassId: Id<"ApexClass">;
  ApexTestSuiteId: Id<"ApexTestSuite">;
}

/** Which lines of a class or trigger one test method ran. */
export interface ApexCodeCoverage extends SystemFields<"ApexCodeCoverage"> {
  ApexClassOrTriggerId: Id<"ApexClass" | "ApexTrigger">;
  ApexTestClassId: Id<"ApexClass">;
  Coverage: { coveredLines: number[]; uncoveredLines: number[] };
  NumLinesCovered: number;
  NumLinesUncovered: number;
  TestMethodName: string;
}

/** Which lines of a class or trigger all tests together ran. */
export interface ApexCodeCoverageAggregate extends SystemFields<"ApexCodeCoverageAggregate"> {
  ApexClassOrTriggerId: Id<"ApexClass" | "ApexTrigger">;
  Coverage: { coveredLines: number[]; uncoveredLines: number[] };
  NumLinesCovered: number | null;
  NumLinesUncovered: number | null;
}

/** How much of all code tests run, in percent. */
export interface ApexOrgWideCoverage extends SystemFields<"ApexOrgWideCoverage"> {
  PercentCovered: number;
}

interface OfCoverage {
  ApexClassOrTrigger: "ApexClass" | "ApexTrigger";
}

export interface ApexTestObjects {
  ApexTestQueueItem: WritableDef<
    ApexTestQueueItem,
    "ApexClassId",
    "ExtendedStatus" | "ParentJobId" | "TestRunResultId",
    "ApexClassId" | "ShouldSkipCodeCoverage",
    { ApexClass: "ApexClass"; TestRunResult: "ApexTestRunResult" | null }
  >;
  ApexTestResult: ReadOnlyDef<
    ApexTestResult,
    {
      ApexClass: "ApexClass";
      ApexLog: "ApexLog" | null;
      ApexTestRunResult: "ApexTestRunResult" | null;
      QueueItem: "ApexTestQueueItem" | null;
    }
  >;
  ApexTestRunResult: ReadOnlyDef<ApexTestRunResult, { User: "User" }>;
  ApexTestSuite: WritableDef<ApexTestSuite, "TestSuiteName">;
  TestSuiteMembership: WritableDef<
    TestSuiteMembership,
    "ApexClassId" | "ApexTestSuiteId",
    never,
    "ApexClassId" | "ApexTestSuiteId",
    { ApexClass: "ApexClass"; ApexTestSuite: "ApexTestSuite" }
  >;
  ApexCodeCoverage: CoverageDef<ApexCodeCoverage, { ApexTestClass: "ApexClass" }>;
  ApexCodeCoverageAggregate: CoverageDef<ApexCodeCoverageAggregate>;
  ApexOrgWideCoverage: ReadOnlyDef<ApexOrgWideCoverage>;
}

/** What is covered is a class or a trigger. */
interface CoverageDef<Fields, Parents = Record<never, never>>
  extends Omit<ReadOnlyDef<Fields, Parents>, "polymorphic"> {
  polymorphic: OfCoverage;
}
