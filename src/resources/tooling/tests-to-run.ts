import type { operations } from "../../../generated/rest/rest.js";
import { SettingsError } from "../../errors.js";
import { kindOf } from "../../settings/kind-of.js";
import { atLeast } from "../../settings/settings.js";
import type { TestRunOptions, TestsOfClass, TestsToRun } from "./apex-tests.js";

export type TestsBody = NonNullable<
  operations["runTestsAsynchronous"]["requestBody"]
>["content"]["application/json"];

const CLASS_ID = /^01p[a-zA-Z0-9]{12}(?:[a-zA-Z0-9]{3})?$/;

/**
 * The body of a request for tests.
 *
 * @throws SettingsError where there are none, or they cannot be asked for together
 */
export function testsBody(tests: TestsToRun, options: TestRunOptions): TestsBody {
  if (typeof tests !== "object" || tests === null || Array.isArray(tests)) {
    throw wrong(`\`tests\` is ${Array.isArray(tests) ? "a list" : kindOf(tests)}.`, HOW);
  }
  const { level, classes = [], methods = {}, suites = [] } = tests;
  if (level !== undefined) return { testLevel: checkLevel(level, tests), ...limitsOf(options) };
  const names = checkNames(classes, "classes");
  const some = Object.entries(methods).map(([name, list]) => ({
    ...classKey(name),
    testMethods: checkNames(list, `methods.${name}`),
  }));
  const suiteNames = checkNames(suites, "suites");
  if (names.length + some.length + suiteNames.length === 0) throw wrong("`tests` names none.", HOW);
  if (some.length === 0) return { ...listed(names, suiteNames), ...limitsOf(options) };
  if (suiteNames.length > 0) {
    throw wrong("`suites` stands beside `methods`.", "Salesforce takes them in two calls only.");
  }
  return { tests: [...names.map(classKey), ...some], ...limitsOf(options) };
}

/** @throws SettingsError where the class or a method is no name */
export function classBody(tests: TestsOfClass, options: TestRunOptions): TestsBody {
  const { class: name, methods } = Object(tests) as Partial<TestsOfClass>;
  const [checked = ""] = checkNames([name as string], "class");
  const testMethods = methods === undefined ? {} : { testMethods: checkNames(methods, "methods") };
  return { tests: [{ ...classKey(checked), ...testMethods }], ...limitsOf(options) };
}

const HOW =
  'Give { classes: ["OrderTest"] }, { methods: { OrderTest: ["totals"] } } or { level: "RunLocalTests" }.';

function listed(classes: readonly string[], suites: readonly string[]): TestsBody {
  const ids = classes.filter((name) => CLASS_ID.test(name));
  const names = classes.filter((name) => !CLASS_ID.test(name));
  return {
    ...(ids.length > 0 && { classids: ids.join(",") }),
    ...(names.length > 0 && { classNames: names.join(",") }),
    ...(suites.length > 0 && { suiteNames: suites.join(",") }),
  };
}

function classKey(name: string) {
  return CLASS_ID.test(name) ? { classId: name } : { className: name };
}

function limitsOf({ maxFailedTests, skipCodeCoverage }: TestRunOptions): TestsBody {
  return {
    ...(maxFailedTests !== undefined && { maxFailedTests: atLeast(0, maxFailedTests, "maxFailedTests") }),
    ...(skipCodeCoverage !== undefined && { skipCodeCoverage }),
  };
}

function checkLevel(level: unknown, tests: object): "RunLocalTests" | "RunAllTestsInOrg" {
  if (level !== "RunLocalTests" && level !== "RunAllTestsInOrg") {
    throw wrong(
      `\`level\` is ${kindOf(level)}, and none there is.`,
      "Give RunLocalTests or RunAllTestsInOrg.",
    );
  }
  const other = Object.keys(tests).find((name) => name !== "level");
  if (other === undefined) return level;
  throw wrong(`\`${other}\` stands beside \`level\`.`, "A level is of all tests: leave one of them out.");
}

function checkNames(names: unknown, place: string): string[] {
  const list: unknown[] | undefined = Array.isArray(names) ? names : undefined;
  const odd = list?.find((name) => typeof name !== "string" || !/^\w+(?:\.\w+)?$/.test(name));
  if (list !== undefined && odd === undefined && !list.includes(undefined)) return list.map(String);
  const what = list === undefined ? kindOf(names) : "no list of names or ids";
  throw wrong(`\`${place}\` is ${what}.`, "Names have letters, digits and underscores.");
}

function wrong(message: string, hint: string): SettingsError {
  return new SettingsError("settings.apex-tests", message, { hint });
}
