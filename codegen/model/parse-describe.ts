import * as v from "valibot";
import { DescribeError } from "../../src/errors.js";
import { problemIn } from "./describe-problem.js";
import { isObjectName } from "./names.js";
import { describeSchema, type RawDescribe } from "./raw-describe.js";

/**
 * Checks the answer of `GET /sobjects/{sObject}/describe`. Attributes this package does not read are kept.
 *
 * @param where what to call the input in errors, such as its file name
 * @throws DescribeError naming the object, the path in it and the problem
 */
export function parseDescribe(input: unknown, where: string): RawDescribe {
  const result = v.safeParse(describeSchema, input);
  if (!result.success) throw new DescribeError(`${subject(input, where)}: ${problemIn(result.issues)}.`);
  if (!isObjectName(result.output.name)) throw new DescribeError(badName(result.output.name, where));
  return result.output;
}

function subject(input: unknown, where: string): string {
  const name = typeof input === "object" && input !== null ? (input as { name?: unknown }).name : undefined;
  return typeof name === "string" && isObjectName(name) && name !== where ? `${name} (${where})` : where;
}

function badName(name: string, where: string): string {
  return `${where}: name ${JSON.stringify(name.slice(0, 80))} is not an sObject name (letters, digits and underscores).`;
}
