import * as v from "valibot";
import { DescribeError } from "../../src/errors.js";
import { problemIn } from "./describe-problem.js";

const flag = v.optional(v.nullable(v.boolean()));
const text = v.optional(v.nullable(v.string()));

/** An input or output. Only its name is needed; classes of Apex have no `type`. */
const parameter = v.looseObject({
  name: v.pipe(v.string(), v.nonEmpty()),
  type: text,
  label: text,
  description: text,
  required: flag,
  maxOccurs: v.optional(v.nullable(v.number())),
  sobjectType: text,
  apexClass: text,
  picklistValues: v.optional(
    v.nullable(v.array(v.looseObject({ value: v.nullable(v.string()), label: text, active: flag }))),
  ),
});

/** The answer of `GET /actions/{kind}/{name}`, as far as this package reads it. */
export const actionSchema = v.looseObject({
  label: text,
  description: text,
  inputs: v.array(parameter),
  outputs: v.array(parameter),
});

export type RawAction = v.InferOutput<typeof actionSchema>;
export type RawActionParameter = v.InferOutput<typeof parameter>;

/** A kind and one or two names, which are safe in the names of files. */
const ACTION_NAME = /^[A-Za-z]\w*(?:\/[A-Za-z]\w*(?:[.-]\w+)*){1,2}$/;

/** Whether a text can be the name of an action, as `flow/Discount` or `emailAlert/Account/Welcome`. */
export function isActionName(text: string): boolean {
  return ACTION_NAME.test(text);
}

/**
 * Checks the describe of an action. Attributes this package does not read are kept.
 *
 * @param name what it is called in errors: the name of the action
 * @throws DescribeError naming the action, the path in the describe and the problem
 */
export function parseAction(input: unknown, name: string): RawAction {
  const result = v.safeParse(actionSchema, input);
  if (!result.success) throw new DescribeError(`${name}: ${problemIn(result.issues)}.`);
  if (!isActionName(name)) {
    throw new DescribeError(`${JSON.stringify(name.slice(0, 80))} is not the name of an action.`);
  }
  return result.output;
}
