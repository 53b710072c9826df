import { isOrgtypeError, type OrgtypeError } from "../../errors.js";
import { succeeded } from "../../http/answer.js";
import { inShape, type Plan, type Step } from "./plan.js";

/** The answer to one request of a plan. */
export interface StepAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Why a request of a plan has no answer. */
export interface Unanswered {
  readonly error: OrgtypeError;
}

export type AnswerOf = (step: Step) => StepAnswer | Unanswered;

/**
 * What the requests gave, in the shape of the plan.
 *
 * @throws ApiError the refusal that kept all of them from happening
 */
export async function resultsOf(plan: Plan, answerOf: AnswerOf): Promise<unknown> {
  const failure = await firstFailure(plan, answerOf);
  if (failure !== undefined) throw failure;
  return inShape(plan, (step) => read(step, answerOf));
}

/** What became of each request, in the shape of the plan. */
export async function outcomesOf(plan: Plan, answerOf: AnswerOf): Promise<unknown> {
  const errors = await errorsOf(plan, answerOf);
  return inShape(plan, (step) => {
    const error = errors.get(step);
    return error === undefined ? { success: true, value: read(step, answerOf) } : { success: false, error };
  });
}

/** Why nothing was done: not the first error, since those before it are answered as undone. */
export async function firstFailure(plan: Plan, answerOf: AnswerOf): Promise<OrgtypeError | undefined> {
  const errors = [...(await errorsOf(plan, answerOf)).values()];
  return (
    errors.find((error) => !isOrgtypeError(error, "ApiError") || error.errorCode !== HALTED) ?? errors[0]
  );
}

const HALTED = "PROCESSING_HALTED";

/** The errors of those steps that failed. */
async function errorsOf({ steps }: Plan, answerOf: AnswerOf): Promise<ReadonlyMap<Step, OrgtypeError>> {
  const answers = [...steps.values()].map((step) => [step, answerOf(step)] as const);
  const failed = answers.filter(([, answer]) => "error" in answer || !succeeded(answer.status));
  if (failed.length === 0) return new Map();
  const [{ apiError }, { errorEntries }] = await Promise.all([
    import("../../http/api-error.js"),
    import("../../http/refusal.js"),
  ]);
  return new Map(
    failed.map(([step, answer]) => {
      if ("error" in answer) return [step, answer.error];
      const { status, body } = answer;
      return [step, apiError(errorEntries(status, body), { status, request: nameOf(step) })];
    }),
  );
}

/** @throws DecodeError where what was answered is no result */
function read(step: Step, answerOf: AnswerOf): unknown {
  const answer = answerOf(step);
  if ("error" in answer) throw answer.error;
  const { body, ...parts } = answer;
  return step.operation.decode(body, parts);
}

/** Without its reference, which is of no use to a reader. */
function nameOf({ operation: { method, path } }: Step): string {
  return `${method} ${(path.split("?", 1)[0] ?? path).replace(/%40%7B.*?%7D/g, "{id}")}`;
}
