import type * as v from "valibot";

/** What is wrong with a describe, and where in it: `fields[30].picklistValues[2].value is missing (and 2 more)`. */
export function problemIn(issues: readonly v.BaseIssue<unknown>[]): string {
  const [first] = issues;
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
  return first === undefined ? "is not a describe" : `${pathOf(first)} ${problemOf(first)}${more}`;
}

/** The way to the value, as `fields[30].picklistValues[2].value`. */
function pathOf(issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? []).map(({ key }, index) => {
    if (typeof key === "number") return `[${key}]`;
    return index === 0 ? String(key) : `.${String(key)}`;
  });
  return path.length === 0 ? "the describe" : path.join("");
}

function problemOf(issue: v.BaseIssue<unknown>): string {
  if (issue.input === undefined) return "is missing";
  if (issue.type === "non_empty") return "is empty";
  return `must be ${issue.expected?.toLowerCase() ?? "another kind of value"}, not ${kindOf(issue.input)}`;
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
