import { requestFault } from "../http/fault.js";
import { expectObject, isJsonObject } from "../http/json-body.js";
import type { OrgContext } from "../org-context.js";
import { allTests, type TestClass, testClass } from "./test-classes.js";

/** Tests that were asked for. */
export interface TestRequest {
  readonly classes: readonly TestClass[];
  readonly isAll: boolean;
  /** Undefined where any number may fail. */
  readonly maxFailed: number | undefined;
  readonly skipCodeCoverage: boolean;
}

/** Reads what tests a request asks for: lists with commas between, a level, or an array. */
export function readTests(context: OrgContext, body: unknown): TestRequest {
  const { tests, classids, classNames, suiteids, suiteNames, testLevel, maxFailedTests, skipCodeCoverage } =
    expectObject(body);
  const isAll = testLevel === "RunLocalTests" || testLevel === "RunAllTestsInOrg";
  const byClass = (asked: Parameters<typeof testClass>[2]) => testClass(context, context.apex.tests, asked);
  const classes = isAll
    ? allTests(context, context.apex.tests)
    : [
        ...listOf(classids).map((id) => byClass({ id })),
        ...listOf(classNames).map((name) => byClass({ name })),
        ...classesOfSuites(context, listOf(suiteids), listOf(suiteNames)).map((id) => byClass({ id })),
        ...arrayOf(tests).map(byClass),
      ];
  if (classes.length === 0) throw requestFault(400, "INVALID_INPUT", "No tests were specified.");
  const most = maxFailedTests === undefined ? -1 : Number(maxFailedTests);
  return {
    classes,
    isAll,
    maxFailed: most < 0 ? undefined : most,
    skipCodeCoverage: String(skipCodeCoverage) === "true",
  };
}

function listOf(text: unknown): string[] {
  return typeof text === "string"
    ? text
        .split(",")
        .map((part) => part.trim())
        .filter(Boolean)
    : [];
}

function arrayOf(tests: unknown): { name?: string; id?: string; methods?: string[] }[] {
  if (tests === undefined) return [];
  if (!Array.isArray(tests) || !tests.every(isJsonObject)) {
    throw requestFault(400, "JSON_PARSER_ERROR", "The tests must be an array of objects.");
  }
  return tests.map(({ classId, className, testMethods }) => ({
    ...(typeof classId === "string" && { id: classId }),
    ...(typeof className === "string" && { name: className }),
    ...(Array.isArray(testMethods) && { methods: testMethods.map(String) }),
  }));
}

function classesOfSuites({ store }: OrgContext, ids: readonly string[], names: readonly string[]): string[] {
  const suites = [...store.table("ApexTestSuite").all()].filter(
    ({ id, values }) => ids.includes(id) || names.includes(String(values.TestSuiteName)),
  );
  if (suites.length < ids.length + names.length) {
    throw requestFault(400, "INVALID_INPUT", "Invalid test suite.");
  }
  const of = new Set(suites.map(({ id }) => id));
  return [...store.table("TestSuiteMembership").all()]
    .filter(({ values }) => values.IsDeleted !== true && of.has(String(values.ApexTestSuiteId)))
    .map(({ values }) => String(values.ApexClassId));
}
