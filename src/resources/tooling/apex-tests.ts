import type { CallOptions } from "../../http/call-options.js";
import type { Id, OpenPicklist } from "../../schema/brand.js";
import type { TestRunStatus } from "./schema/apex-tests.js";

/** Tests of Apex classes: some, or those of the whole org. */
export type TestsToRun = SpecifiedTests | TestsOfLevel;

interface SpecifiedTests {
  /** Names or ids of classes, of which all tests are run. */
  classes?: readonly (string | Id<"ApexClass">)[];
  /** Some tests of classes, by name or id of the class: `{ OrderTest: ["totals"] }`. */
  methods?: Readonly<Record<string, readonly string[]>>;
  /** Names of suites. They cannot stand beside `methods`. */
  suites?: readonly string[];
  level?: never;
}

interface TestsOfLevel {
  /** Those of the org's own code, or those of installed packages, too. */
  level: "RunLocalTests" | "RunAllTestsInOrg";
  classes?: never;
  methods?: never;
  suites?: never;
}

/** Tests of one class, which alone can be run while the call waits. */
export interface TestsOfClass {
  /** Name or id of the class. */
  class: string | Id<"ApexClass">;
  /** Default: all of them. */
  methods?: readonly string[];
}

export interface TestRunOptions extends CallOptions {
  /** So many tests may fail before no more are begun. Default: all are run. */
  maxFailedTests?: number;
  /** Whether Salesforce does not find out which lines were run, which is faster. Default: false. */
  skipCodeCoverage?: boolean;
}

export interface QueuedTestOptions extends TestRunOptions {
  /** Milliseconds before it is first asked how far the tests are; each further wait is twice as long. Default: 500. */
  pollMs?: number;
  /** The longest of these waits, in milliseconds. Default: 10,000. */
  maxPollMs?: number;
  /** Milliseconds that are waited for the tests; they go on in the org after that. Default: Infinity. */
  testTimeout?: number;
  /** Told how far the tests are, each time it was asked. */
  onProgress?: (progress: TestProgress) => void;
}

/** How far tests are. Counts of methods are undefined as long as Salesforce does not tell them. */
export interface TestProgress {
  readonly jobId: Id<"AsyncApexJob">;
  readonly status: TestRunStatus;
  readonly classesDone: number;
  readonly classes: number;
  readonly methodsDone: number | undefined;
  readonly methods: number | undefined;
  readonly methodsFailed: number | undefined;
}

/** What became of one test. */
export interface ApexTestOutcome {
  readonly classId: Id<"ApexClass">;
  readonly className: string;
  readonly namespace: string | null;
  readonly method: string;
  readonly outcome: OpenPicklist<"CompileFail" | "Fail" | "Pass" | "Skip">;
  /** What the exception or the compiler said; null of a test that passed. */
  readonly message: string | null;
  readonly stackTrace: string | null;
  /** Milliseconds; null where it is not known. */
  readonly runTimeMs: number | null;
}

/** What became of tests. A test that failed is an answer like any other. */
export interface ApexTestReport {
  /** Whether each test passed or was skipped, and none was left out. */
  readonly passed: boolean;
  /** By class and method. */
  readonly tests: readonly ApexTestOutcome[];
  /** Those that did not pass, without those that were skipped. */
  readonly failures: readonly ApexTestOutcome[];
}

export interface ApexTestRun extends ApexTestReport {
  readonly jobId: Id<"AsyncApexJob">;
  /** How the run as a whole ended: `"Aborted"` where someone ended it. */
  readonly status: TestRunStatus;
}

export interface SynchronousTestRun extends ApexTestReport {
  /** The log, where one was written: `sf.tooling.log(id)` has its text. */
  readonly logId: Id<"ApexLog"> | undefined;
}
