import * as v from "valibot";
import { DescribeError } from "../../src/errors.js";
import { isObjectName } from "./names.js";
import { describeSchema, type RawDescribe } from "./raw-describe.js";

type Issue = v.InferIssue<typeof describeSchema>;

/**
 * Checks the answer of `GET /sobjects/{sObject}/describe`. Attributes this package does not read are kept.
 *
 * @param where what to call the input in errors, such as its file name
 * @throws DescribeError naming the object, the path in it and the problem
 */
export function parseDescribe(input: unknown, where: string): RawDescribe {
  const result = v.safeParse(describeSchema, input);
  if (!result.success) throw new DescribeError(explain(input, where, result.issues));
  if (!isObjectName(result.output.name)) throw new DescribeError(badName(result.output.name, where));
  return result.output;
}

function explain(input: unknown, where: string, issues: readonly Issue[]): string {
  const [first] = issues;
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
  const problem = first === undefined ? "is not a describe" : `${pathOf(first)} ${problemOf(first)}`;
  return `${subject(input, where)}: ${problem}${more}.`;
}

function subject(input: unknown, where: string): string {
  const name = typeof input === "object" && input !== null ? (input as { name?: unknown }).name : undefined;
  return typeof name === "string" && isObjectName(name) && name !== where ? `${name} (${where})` : where;
}

/** The way to the value, as `fields[30].picklistValues[2].value`. */
function pathOf(issue: Issue): string {
  const path = (issue.path ?? []).map(({ key }, index) => {
    if (typeof key === "number") return `[${key}]`;
    return index === 0 ? String(key) : `.${String(key)}`;
  });
  return path.length === 0 ? "the describe" : path.join("");
}

function problemOf(issue: Issue): string {
  if (issue.input === undefined) return "is missing";
  if (issue.type === "non_empty") return "is empty";
  return `must be ${issue.expected?.toLowerCase() ?? "another kind of value"}, not ${kindOf(issue.input)}`;
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function badName(name: string, where: string): string {
  return `${where}: name ${JSON.stringify(name.slice(0, 80))} is not an sObject name (letters, digits and underscores).`;
}
