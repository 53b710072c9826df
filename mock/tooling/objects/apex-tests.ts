import { object } from "../../schema/dsl.js";
import { int } from "../../schema/fields/number.js";
import { picklist } from "../../schema/fields/picklist.js";
import { boolean, datetime } from "../../schema/fields/plain.js";
import { lookup } from "../../schema/fields/reference.js";
import { longTextArea, text } from "../../schema/fields/text.js";
import { readOnlyTraits, toolingTraits } from "./tooling-traits.js";

const written = { readOnly: true, nillable: false } as const;
const STATUSES = ["Queued", "Processing", "Aborted", "Completed", "Failed", "Preparing"];

export const apexTestQueueItem = object(
  "ApexTestQueueItem",
  { ...toolingTraits, label: "Apex Test Queue Item", prefix: "709", createable: false, deletable: false },
  {
    ApexClassId: lookup("ApexClass", written),
    Status: picklist(["Holding", ...STATUSES], { restricted: true, createable: false, nillable: false }),
    ExtendedStatus: text(1000, { readOnly: true }),
    // The job is in the object AsyncApexJob, which is not there.
    ParentJobId: text(18, { readOnly: true }),
    TestRunResultId: lookup("ApexTestRunResult", { readOnly: true }),
    ShouldSkipCodeCoverage: boolean(written),
  },
);

export const apexTestRunResult = object(
  "ApexTestRunResult",
  { ...readOnlyTraits, label: "Apex Test Run Result", prefix: "05m" },
  {
    AsyncApexJobId: text(18, written),
    UserId: lookup("User", written),
    JobName: text(255, { readOnly: true }),
    IsAllTests: boolean(written),
    Source: text(255, { readOnly: true }),
    StartTime: datetime(written),
    EndTime: datetime({ readOnly: true }),
    TestTime: int(9, { readOnly: true }),
    Status: picklist(STATUSES, { restricted: true, ...written }),
    ClassesEnqueued: int(9, { readOnly: true }),
    ClassesCompleted: int(9, { readOnly: true }),
    MethodsEnqueued: int(9, { readOnly: true }),
    MethodsCompleted: int(9, { readOnly: true }),
    MethodsFailed: int(9, { readOnly: true }),
  },
);

export const apexTestResult = object(
  "ApexTestResult",
  { ...readOnlyTraits, label: "Apex Test Result", prefix: "07M" },
  {
    QueueItemId: lookup("ApexTestQueueItem", { readOnly: true }),
    AsyncApexJobId: text(18, { readOnly: true }),
    ApexTestRunResultId: lookup("ApexTestRunResult", { readOnly: true }),
    ApexLogId: lookup("ApexLog", { readOnly: true }),
    ApexClassId: lookup("ApexClass", written),
    MethodName: text(255, { readOnly: true }),
    Outcome: picklist(["Pass", "Fail", "CompileFail", "Skip"], { restricted: true, ...written }),
    Message: longTextArea(32_768, { readOnly: true }),
    StackTrace: longTextArea(32_768, { readOnly: true }),
    RunTime: int(9, { readOnly: true }),
    TestTimestamp: datetime(written),
    IsTestSetup: boolean(written),
  },
);

export const apexTestSuite = object(
  "ApexTestSuite",
  { ...toolingTraits, label: "Apex Test Suite", prefix: "05F" },
  { TestSuiteName: text(255, { required: true, unique: true }) },
);

export const testSuiteMembership = object(
  "TestSuiteMembership",
  { ...toolingTraits, label: "Test Suite Membership", prefix: "0Ta" },
  {
    ApexTestSuiteId: lookup("ApexTestSuite", { required: true, updateable: false, cascadeDelete: true }),
    ApexClassId: lookup("ApexClass", { required: true, updateable: false, cascadeDelete: true }),
  },
);
