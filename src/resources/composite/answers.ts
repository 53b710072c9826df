import type { ApiError } from "../../errors.js";
import { succeeded } from "../../http/answer.js";
import { apiError, errorEntries } from "../../http/api-error.js";
import { inShape, type Plan, type Step } from "./plan.js";

/** The answer to one request of a plan. */
export interface StepAnswer {
  readonly status: number;
  readonly body: unknown;
}

export type AnswerOf = (step: Step) => StepAnswer;

/**
 * What the requests gave, in the shape of the plan.
 *
 * @throws ApiError the refusal that kept all of them from happening
 */
export function resultsOf(plan: Plan, answerOf: AnswerOf): unknown {
  const failure = firstFailure(plan, answerOf);
  if (failure !== undefined) throw failure;
  return inShape(plan, (step) => read(step, answerOf));
}

/** What became of each request, in the shape of the plan. */
export function outcomesOf(plan: Plan, answerOf: AnswerOf): unknown {
  return inShape(plan, (step) => {
    const error = errorOf(step, answerOf);
    return error === undefined ? { success: true, value: read(step, answerOf) } : { success: false, error };
  });
}

/** Why nothing was done: not the first error, since those before it are answered as undone. */
export function firstFailure({ steps }: Plan, answerOf: AnswerOf): ApiError | undefined {
  const errors = [...steps.values()].flatMap((step) => errorOf(step, answerOf) ?? []);
  return errors.find(({ errorCode }) => errorCode !== "PROCESSING_HALTED") ?? errors[0];
}

function errorOf(step: Step, answerOf: AnswerOf): ApiError | undefined {
  const { status, body } = answerOf(step);
  if (succeeded(status)) return undefined;
  return apiError(errorEntries(status, body), { status, request: nameOf(step) });
}

function read(step: Step, answerOf: AnswerOf): unknown {
  const { body, ...parts } = answerOf(step);
  return step.operation.decode(body, parts);
}

/** Without its reference, which is of no use to a reader. */
function nameOf({ operation: { method, path } }: Step): string {
  return `${method} ${(path.split("?", 1)[0] ?? path).replace(/%40%7B.*?%7D/g, "{id}")}`;
}
