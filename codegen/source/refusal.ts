import { DescribeError } from "../../src/errors.js";

/** What the org said instead of a describe, as its code and message. */
export function refusal(error: unknown, status: number): string {
  const first: unknown = Array.isArray(error) ? error[0] : error;
  const { errorCode, message } = (typeof first === "object" && first !== null ? first : {}) as Record<
    string,
    unknown
  >;
  return typeof errorCode === "string"
    ? `${errorCode}: ${String(message)}`
    : `the org answered with status ${status}`;
}

export function problemOf(name: string, problem: string): DescribeError {
  return new DescribeError(`${name}: ${problem.replace(/\.$/, "")}.`);
}
